import { useTranslation } from 'react-i18next';
import { formatDistance } from '../../../i18n/format.js';
import { usePreferenceStore } from '../../../state/preference-store.js';
import { useStudioStore } from '../../../state/studio-store.js';
import { useStudioWork, type WorkCard } from '../../../state/studio-work-store.js';
import { Button } from '../../../ui/button.js';
import { joinWords } from '../../explain-reach/join-words.js';

/** What is about to be done, what can still be chosen about it, and the two ways on. */
export function WorkCardView({ card }: { card: WorkCard }) {
  const { t } = useTranslation();
  const { confirm, cancel } = useStudioWork();
  return (
    <section className="work-card" aria-label={t(`studio.card.${card.kind}`)} data-testid="work-card">
      <h3>{t(`studio.card.${card.kind}`)}</h3>
      <Choice card={card} />
      <footer>
        <Button size="small" onPress={cancel} data-testid="work-cancel">
          {t('studio.cancel')}
        </Button>
        <Button size="small" variant="primary" onPress={confirm} data-testid="work-confirm">
          {t(`studio.confirm.${card.kind}`)}
        </Button>
      </footer>
    </section>
  );
}

function Choice({ card }: { card: WorkCard }) {
  const { t } = useTranslation();
  const language = usePreferenceStore((state) => state.language);
  const grids = useStudioStore((state) => state.grids);
  const { change } = useStudioWork();
  const name = (id: string): string => grids.get(id)?.name || t('studio.newGrid');
  if (card.kind === 'street')
    return <p>{t('studio.card.streetLength', { length: formatDistance(card.metres, t, language) })}</p>;
  if (card.kind === 'carve')
    return <p>{t('studio.card.carveFrom', { grids: joinWords(card.gridIds.map(name), language) })}</p>;
  if (card.kind === 'split')
    return (
      <fieldset>
        <legend>{t('studio.card.splitKeep', { grid: name(card.gridId) })}</legend>
        {([0, 1] as const).map((keep) => (
          <label key={keep}>
            <input
              type="radio"
              name="keep"
              checked={card.keep === keep}
              onChange={() => change({ ...card, keep })}
            />
            {t(`studio.card.side.${keep}`)}
          </label>
        ))}
      </fieldset>
    );
  return (
    <fieldset>
      <legend>{t('studio.card.mergeKeep')}</legend>
      {card.gridIds.map((id) => (
        <label key={id}>
          <input
            type="radio"
            name="keep"
            checked={card.keep === id}
            onChange={() => change({ ...card, keep: id })}
          />
          {name(id)} <span className="muted">{grids.get(id)?.code}</span>
        </label>
      ))}
      <label>
        <input
          type="radio"
          name="keep"
          checked={card.keep === null}
          onChange={() => change({ ...card, keep: null })}
        />
        {t('studio.card.mergeNew')}
      </label>
    </fieldset>
  );
}
