import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { PlanGridBordersDocument } from '../../graphql/generated/studio/graphql.js';
import { useStudioStore } from '../../state/studio-store.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/text-field.js';
import { useDescribe } from './use-describe.js';

/** In the order in which 四至 are read. */
const sides = ['east', 'south', 'west', 'north'] as const;
type Words = Record<(typeof sides)[number], string>;

const longest = 120;

/** A grid's borders in words: from the streets and waters along them, unless somebody writes them. */
export function BorderFields({ gridId, isEditable }: { gridId: string; isEditable: boolean }) {
  const { t } = useTranslation();
  const planId = useStudioStore((state) => state.planId);
  const version = useStudioStore((state) => state.plan?.version);
  // The server knows the grid as it was saved.
  const isSaved = useStudioStore((state) => state.save.kind === 'saved');
  const [{ data, error, fetching }, execute] = useQuery({
    query: PlanGridBordersDocument,
    variables: { planId: planId ?? '', gridId },
    pause: planId === null || !isSaved,
    requestPolicy: 'cache-and-network',
  });
  useEffect(() => {
    if (isSaved) execute({ requestPolicy: 'network-only' });
  }, [version, isSaved, execute]);
  const borders = data?.planGrid?.borders;
  return (
    <section className="border-fields" data-testid="border-fields">
      <h4>
        {t('studio.borders.title')}
        {borders && (
          <span className="muted">
            {t(borders.isEdited ? 'studio.borders.edited' : 'studio.borders.generated')}
          </span>
        )}
      </h4>
      {borders ? (
        isEditable ? (
          <BorderForm key={JSON.stringify(borders)} gridId={gridId} borders={borders} />
        ) : (
          <dl>
            {sides.map((side) => (
              <div key={side}>
                <dt>{t(`studio.borders.${side}`)}</dt>
                <dd>{borders[side] || '—'}</dd>
              </div>
            ))}
          </dl>
        )
      ) : (
        <p className="muted">
          {t(`studio.borders.${!isSaved ? 'pending' : error && !fetching ? 'failed' : 'loading'}`)}
        </p>
      )}
    </section>
  );
}

function BorderForm({ gridId, borders }: { gridId: string; borders: Words & { isEdited: boolean } }) {
  const { t } = useTranslation();
  const describe = useDescribe(gridId);
  const [words, setWords] = useState<Words>({
    east: borders.east,
    south: borders.south,
    west: borders.west,
    north: borders.north,
  });
  const isChanged = sides.some((side) => words[side].trim() !== borders[side]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) describe('borders', { borders: words });
      }}
    >
      {sides.map((side) => (
        <TextField
          key={side}
          label={t(`studio.borders.${side}`)}
          value={words[side]}
          maxLength={longest}
          onChange={(text) => setWords({ ...words, [side]: text })}
        />
      ))}
      {(isChanged || borders.isEdited) && (
        <div className="grid-fields-foot">
          {borders.isEdited && (
            <Button size="small" onPress={() => describe('borders', { borders: null })}>
              {t('studio.borders.reset')}
            </Button>
          )}
          {isChanged && (
            <Button size="small" variant="primary" type="submit">
              {t('studio.field.save')}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
