import { accountKey, forgetStored, readStored, writeStored } from '../../../state/storage.js';
import { parsePending, renameTargets, type PendingOp } from '../document/plan-log.js';

/** What was done here and the server has not acknowledged, in order; kept in the browser until it has. */
export class Outbox {
  private ops: readonly PendingOp[];

  constructor(private readonly planId: string) {
    this.ops = parsePending(readStored(this.key));
  }

  get all(): readonly PendingOp[] {
    return this.ops;
  }

  get size(): number {
    return this.ops.length;
  }

  add(op: PendingOp): void {
    this.keep([...this.ops, op]);
  }

  remove(gone: readonly PendingOp[]): void {
    if (gone.length > 0) this.keep(this.ops.filter((op) => !gone.includes(op)));
  }

  /** A step of ours has the server's id: what undoes or redoes it names that from now on. */
  rename(key: string, id: string): void {
    this.keep(renameTargets(this.ops, key, id));
  }

  clear(): void {
    this.keep([]);
  }

  private get key(): string {
    return accountKey(`studio.pending.${this.planId}`);
  }

  private keep(ops: readonly PendingOp[]): void {
    this.ops = ops;
    if (ops.length > 0) writeStored(this.key, ops);
    else forgetStored(this.key);
  }
}
