import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useMutation } from 'urql';
import {
  ApplyAssignmentRowsDocument,
  CheckAssignmentRowsDocument,
} from '../../graphql/generated/studio/graphql.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Banner } from '../../ui/banner.js';
import { Button } from '../../ui/button.js';
import { TextArea } from '../../ui/text-area.js';
import { showToast } from '../../ui/toast.js';
import { useErrorWords } from '../cover-board/use-answer.js';
import { useAssignStore } from './assign-store.js';
import { PastedRows, type AssignmentCheck } from './pasted-rows.js';
import { useEffectiveAt } from './use-effective-at.js';
import type { Assignments } from './use-assignments.js';

/** The server takes no more at once. */
const longestText = 1_000_000;

/** A table pasted from a spreadsheet: what it would change and what is refused, by line; then all of it or nothing. */
export function PastePart({ refresh }: Pick<Assignments, 'refresh'>) {
  const { t } = useTranslation();
  const client = useClient();
  const errorWords = useErrorWords();
  const partition = useStudioStore((state) => state.partition);
  const effectiveAt = useEffectiveAt();
  const text = useAssignStore((state) => state.pasted);
  const set = useAssignStore((state) => state.set);
  const [checked, setChecked] = useState<{ text: string; partition: string; check: AssignmentCheck } | null>(
    null,
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [isChecking, setChecking] = useState(false);
  const [applying, applyMutation] = useMutation(ApplyAssignmentRowsDocument);
  const isCurrent = checked?.text === text && checked.partition === partition;
  const check = async (): Promise<void> => {
    setChecking(true);
    setProblem(null);
    const { data, error } = await client
      .query(CheckAssignmentRowsDocument, { text, partition }, { requestPolicy: 'network-only' })
      .toPromise();
    setChecking(false);
    if (data) setChecked({ text, partition, check: data.checkAssignmentRows });
    else if (error) setProblem(errorWords(error));
  };
  const apply = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await applyMutation({ text, partition, effectiveAt });
    if (!data) {
      if (error) setProblem(errorWords(error));
      return;
    }
    refresh();
    showToast({
      text: t('assign.paste.applied', { count: data.applyAssignmentRows.length }),
      tone: 'success',
    });
    setChecked(null);
    set({ pasted: '', view: 'staff' });
  };
  const result = isCurrent ? checked.check : null;
  const isReady = result !== null && result.refused.length === 0 && result.rows.length > 0;
  return (
    <>
      <p className="assign-hint">{t('assign.paste.hint')}</p>
      <TextArea
        label={t('assign.paste.text')}
        description={t('assign.paste.columns')}
        placeholder={t('assign.paste.placeholder')}
        rows={8}
        maxLength={longestText}
        value={text}
        onChange={(pasted) => set({ pasted })}
      />
      <div className="assign-buttons">
        <Button
          isDisabled={text.trim() === '' || isChecking}
          isPending={isChecking}
          onPress={() => void check()}
          data-testid="check-rows"
        >
          {t('assign.paste.check')}
        </Button>
        <Button
          variant="primary"
          isDisabled={!isReady || applying.fetching}
          isPending={applying.fetching}
          onPress={() => void apply()}
          data-testid="apply-rows"
        >
          {t('assign.paste.apply', { count: result?.rows.length ?? 0 })}
        </Button>
      </div>
      {problem && <Banner tone="danger">{problem}</Banner>}
      {result && <PastedRows check={result} />}
    </>
  );
}
