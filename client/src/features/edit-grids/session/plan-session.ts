import type { Applied, Refused, TilingEdit } from '@maplebridge/engine/topology/tiling.types';
import type { Client } from 'urql';
import { useStudioStore, type StudioPlan } from '../../../state/studio-store.js';
import { newId } from '../document/new-id.js';
import { Outbox } from './outbox.js';
import { fetchHead, fetchLog, fetchPlan, sendOp, type CodedEdit, type PlanLog } from './plan-api.js';
import type { PlanBody } from '../document/plan-body.js';
import { PlanDocument, type BaseGrid } from '../document/plan-document.js';
import {
  afterEdit,
  afterMove,
  commonPrefix,
  foldLog,
  type FoldedLog,
  type PendingOp,
} from '../document/plan-log.js';
import { useSessionStore, type Losses, type LostStep, type Phase } from './session-store.js';
import { showMoved, showPlan, showSaving, tellLosses } from './show-plan.js';

const retryMilliseconds = 3000;
/** Steps put on between two looks at the page while a plan is opened. */
const stepsAtOnce = 20;

/**
 * One opened plan: what is done here is in force at once and sent in order; what is not acknowledged is kept in the
 * browser. What others do is taken in by going back to where the logs part and putting all on again, ours last.
 */
export class PlanSession {
  private document: PlanDocument | null = null;
  private plan: StudioPlan | null = null;
  private edits: CodedEdit[] = [];
  private readonly outbox: Outbox;
  private folded: FoldedLog = { active: [], undone: [], misfits: [], moot: [] };
  private isSending = false;
  private isOffline = false;
  /** Something was changed elsewhere while we were busy. */
  private isOutdated = false;
  private isClosed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly client: Client,
    private readonly planId: string,
  ) {
    this.outbox = new Outbox(planId);
  }

  private onRealigned: () => void = () => undefined;

  /** Calls whoever is drawing when the tiling has changed under them; one at a time. Returns how to stop. */
  watch(onRealigned: () => void): () => void {
    this.onRealigned = onRealigned;
    return () => {
      this.onRealigned = () => undefined;
    };
  }

  get tiling() {
    return this.document?.tiling ?? null;
  }

  /** The grids the plan began on. */
  get base(): ReadonlyMap<string, BaseGrid> {
    return this.document?.base ?? new Map();
  }

  /** The steps in force, in order. */
  get bodies(): PlanBody[] {
    return this.folded.active.map(({ body }) => body);
  }

  async open(): Promise<void> {
    this.setPhase({ kind: 'loading', step: 'fetch', progress: null });
    const answer = await fetchPlan(this.client, this.planId);
    if (this.isClosed) return;
    if (answer.kind !== 'ok')
      return this.setPhase({ kind: 'failed', problem: answer.kind === 'refused' ? answer.problem : null });
    if (!answer.value) return this.setPhase({ kind: 'missing' });
    const { plan, edits, base } = answer.value;
    this.setPhase({ kind: 'loading', step: 'build', progress: null });
    await nextFrame();
    if (this.isClosed) return;
    this.plan = plan;
    this.document = new PlanDocument(base);
    this.takeEdits(edits);
    const { active } = foldLog(edits, []);
    for (const [number, entry] of active.entries()) {
      if (number % stepsAtOnce === 0) {
        this.setPhase({ kind: 'loading', step: 'replay', progress: number / active.length });
        await nextFrame();
        if (this.isClosed) return;
      }
      if (!this.document.apply(entry.key, entry.body).ok) break;
    }
    // With steps in force they were checked when the first was taken in.
    const faults = active.length === 0 ? countFaults(this.document) : 0;
    useSessionStore.setState({ faults });
    this.setPhase({ kind: 'ready' });
    this.align([]);
    this.publish('all');
    this.flush();
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
  }

  /** Whether anything may be drawn now. */
  get isEditable(): boolean {
    return this.document !== null && this.plan?.isEditable === true;
  }

  /** Tries edits without doing them; null takes the trial back. */
  preview(edits: readonly TilingEdit[] | null): Applied | Refused | null {
    if (!this.document) return null;
    if (edits === null) {
      const touched = this.document.endPreview();
      if (touched.length > 0) showMoved(touched);
      return null;
    }
    const { result, touched } = this.document.preview(edits);
    if (touched.length > 0) showMoved(touched);
    return result;
  }

  /** Does a step, here at once and on the server in its turn. */
  commit(body: PlanBody): Applied | Refused {
    const document = this.document!;
    const before = document.endPreview();
    const key = newId();
    const applied = document.apply(key, body);
    if (!applied.ok) {
      this.publish(before);
      return applied;
    }
    this.enqueue({ kind: 'edit', key, body, by: useStudioStore.getState().by, at: new Date().toISOString() });
    const described = body.changes.flatMap((change) => (change.kind === 'describe' ? [change.grid] : []));
    this.publish([...before, ...applied.changed, ...applied.added, ...applied.removed, ...described]);
    this.flush();
    return applied;
  }

  undo(): void {
    this.move('undo', this.folded.active.at(-1)?.key);
  }

  redo(): void {
    this.move('redo', this.folded.undone[0]?.key);
  }

  /** Gives up what the server has not taken. */
  discardPending(): void {
    this.outbox.clear();
    this.publish(this.align([]));
    this.onRealigned();
  }

  private move(kind: 'undo' | 'redo', target: string | undefined): void {
    if (!this.isEditable || target === undefined) return;
    this.enqueue({ kind, key: newId(), target, by: useStudioStore.getState().by });
    this.publish(this.align([]));
    this.onRealigned();
    this.flush();
  }

  /** Somebody changed the plan, or we did elsewhere on this screen: asks for the log anew. */
  refresh(): void {
    this.isOutdated = true;
    void this.catchUp();
  }

  /** Tries again now: the line is back. */
  retry(): void {
    clearTimeout(this.timer);
    if (this.isOutdated) void this.catchUp();
    this.flush();
  }

  /** Sends what is pending, one after the other. */
  private flush(): void {
    if (!this.isSending) void this.sendAll();
  }

  private async sendAll(): Promise<void> {
    this.isSending = true;
    while (this.outbox.size > 0 && this.isEditable && !this.isClosed) {
      const op = this.outbox.all[0]!;
      const plan = this.plan!;
      this.showSaving();
      const answer = await sendOp(this.client, plan, op);
      if (this.isClosed) break;
      if (answer.kind === 'silent') {
        this.isOffline = true;
        this.timer = setTimeout(() => this.flush(), retryMilliseconds);
        break;
      }
      this.isOffline = false;
      if (answer.kind === 'ok') this.acknowledge(op, answer.value);
      else if (!answer.isConflict || !(await this.reconcile(plan.version))) this.drop(op, answer.problem);
    }
    this.isSending = false;
    this.showSaving();
    if (this.isOutdated) void this.catchUp();
  }

  private acknowledge(op: PendingOp, { plan, edits }: PlanLog): void {
    const hasJumped = plan.version > this.plan!.version + 1;
    this.plan = plan;
    this.takeEdits(op.kind === 'edit' ? afterEdit(this.edits, edits) : afterMove(this.edits, edits), edits);
    this.outbox.remove([op]);
    if (op.kind === 'edit' && edits[0]) {
      this.document!.rename(op.key, edits[0].id);
      this.outbox.rename(op.key, edits[0].id);
    }
    // An answer to a resend may come from a later version, with others' steps between.
    if (hasJumped) this.isOutdated = true;
    this.fold();
    const added = edits.flatMap(({ codes }) => codes.map(({ gridId }) => gridId));
    this.publish(added);
  }

  /** Takes in what others did. Whether the version has moved at all. */
  private async reconcile(version: number): Promise<boolean> {
    const answer = await fetchLog(this.client, this.planId);
    if (this.isClosed || answer.kind !== 'ok') return true;
    this.isOutdated = false;
    this.takeLog(answer.value);
    return answer.value.plan.version !== version;
  }

  private async catchUp(): Promise<void> {
    if (this.isSending || !this.document) return;
    this.isSending = true;
    this.isOutdated = false;
    await this.look();
    this.isSending = false;
    if (this.isClosed) return;
    if (this.outbox.size > 0) this.flush();
    else if (this.isOutdated) void this.catchUp();
  }

  /** Asks for the log only where there is something in it that we have not got: our own steps are news too. */
  private async look(): Promise<void> {
    const head = await fetchHead(this.client, this.planId);
    if (this.isClosed || head.kind !== 'ok') return;
    if (head.value.version === this.plan!.version) {
      this.plan = head.value;
      this.publish([]);
      return;
    }
    const answer = await fetchLog(this.client, this.planId);
    if (!this.isClosed && answer.kind === 'ok') this.takeLog(answer.value);
  }

  private takeLog({ plan, edits }: PlanLog): void {
    const known = new Set(this.edits.map(({ id }) => id));
    const theirs = edits.filter(({ id, isUndone }) => !known.has(id) && !isUndone);
    this.plan = plan;
    this.takeEdits(edits);
    this.publish(this.align(theirs.map(({ body, by, at }) => ({ label: body.label, by, at }))));
    this.onRealigned();
  }

  /** Something of ours that the server will not have. */
  private drop(op: PendingOp, problem: string): void {
    this.outbox.remove([op]);
    const label = op.kind === 'edit' ? op.body.label : '';
    const reason = op.kind === 'edit' ? null : op.kind.toUpperCase();
    tellLosses({ lost: [{ label, problem, reason }], theirs: [] });
    this.publish(this.align([]));
    this.onRealigned();
  }

  /** Brings the document to what log and pending steps say. What of ours no longer fits is dropped and told. */
  private align(theirs: Losses['theirs']): string[] {
    const document = this.document!;
    const lost: LostStep[] = [];
    const touched = new Set(document.endPreview());
    for (;;) {
      this.fold();
      const { active, misfits, moot } = this.folded;
      for (const { kind } of misfits) lost.push({ label: '', problem: null, reason: kind.toUpperCase() });
      this.outbox.remove([...misfits, ...moot]);
      const keep = commonPrefix(
        document.keys,
        active.map(({ key }) => key),
      );
      document.goBackTo(keep).forEach((id) => touched.add(id));
      const refused = this.putOn(keep, touched);
      if (!refused) break;
      lost.push(refused.lost);
      // A step of the server's own log that does not fit: nothing after it can be shown.
      const ours = this.outbox.all.filter(({ key }) => key === refused.key);
      if (ours.length === 0) break;
      this.outbox.remove(ours);
    }
    if (lost.length > 0) tellLosses({ lost, theirs });
    return [...touched];
  }

  private putOn(from: number, touched: Set<string>): { key: string; lost: LostStep } | null {
    for (const { key, body } of this.folded.active.slice(from)) {
      const applied = this.document!.apply(key, body);
      if (!applied.ok) return { key, lost: { label: body.label, problem: null, reason: applied.reason } };
      [...applied.changed, ...applied.added, ...applied.removed].forEach((id) => touched.add(id));
      body.changes.forEach((change) => change.kind === 'describe' && touched.add(change.grid));
    }
    return null;
  }

  private takeEdits(edits: readonly CodedEdit[] | ReturnType<typeof afterEdit>, coded = edits): void {
    this.edits = edits as CodedEdit[];
    for (const { codes = [] } of coded as CodedEdit[])
      for (const { gridId, code, name } of codes) this.document?.setCodes(gridId, { code, name });
  }

  private fold(): void {
    this.folded = foldLog(this.edits, this.outbox.all);
  }

  private enqueue(op: PendingOp): void {
    this.outbox.add(op);
    this.fold();
  }

  private publish(touched: readonly string[] | 'all'): void {
    if (!this.document || !this.plan || this.isClosed) return;
    showPlan(this.plan, this.document, this.folded, this.outbox.all, touched);
    this.showSaving();
  }

  private showSaving(): void {
    if (this.isClosed) return;
    showSaving(this.outbox.size, this.isEditable ? (this.isOffline ? 'offline' : 'saving') : 'held');
  }

  private setPhase(phase: Phase): void {
    useSessionStore.setState({ phase });
  }
}

/** What keeps the boundaries from being a tiling; parts of a grid that came so are no fault. */
function countFaults({ tiling }: PlanDocument): number {
  return tiling.check().filter(({ kind }) => kind !== 'IN_PIECES').length;
}

/** After the page has been painted. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
