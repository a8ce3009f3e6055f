import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import {
  SetTravelSettingsDocument,
  TravelSettingsDocument,
  type TravelSettingsFieldsFragment,
} from '../../graphql/generated/travel/graphql.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { Tabs } from '../../ui/tabs.js';
import { showToast } from '../../ui/toast.js';
import { listFaults, toDraft, toInput } from './draft-settings.js';
import { OtherFields } from './other-fields.js';
import { SlotFields } from './slot-fields.js';
import { SpeedFields } from './speed-fields.js';
import { TierFields } from './tier-fields.js';
import './travel-settings-dialog.css';

/** How fast our people travel, who answers within how long: the county's own settings. */
export function TravelSettingsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [{ data, error }, retry] = useQuery({
    query: TravelSettingsDocument,
    requestPolicy: 'cache-and-network',
  });
  if (data) return <Editor settings={data.travelSettings} onClose={onClose} />;
  return (
    <Dialog title={t('travel.title')} isOpen onClose={onClose} closeLabel={t('action.close')} size="large">
      {error ? (
        <Notice
          kind="error"
          title={t('travel.failed')}
          action={{ label: t('action.retry'), onPress: () => retry({ requestPolicy: 'network-only' }) }}
        />
      ) : (
        <Notice kind="loading" title={t('loading')} />
      )}
    </Dialog>
  );
}

const tabs = ['speeds', 'slots', 'tiers', 'other'] as const;
type TabName = (typeof tabs)[number];

/** Which tab a field stands on. */
function tabOf(field: string): TabName {
  return tabs.find((tab) => field.startsWith(tab)) ?? 'other';
}

function Editor({ settings, onClose }: { settings: TravelSettingsFieldsFragment; onClose(): void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => toDraft(settings));
  const [tab, setTab] = useState<TabName>('speeds');
  // A field is not marked before somebody has tried to save.
  const [isTried, setTried] = useState(false);
  const [{ fetching, error }, save] = useMutation(SetTravelSettingsDocument);
  const [refusal] = error?.graphQLErrors ?? [];
  const refusedField = String(refusal?.extensions.field ?? '');
  const own = listFaults(draft);
  const faults = isTried ? own : new Set<string>();
  const submit = async (): Promise<void> => {
    setTried(true);
    const [first] = own;
    if (first !== undefined) return setTab(tabOf(first));
    const answer = await save({ input: toInput(draft) });
    const field = answer.error?.graphQLErrors[0]?.extensions.field;
    if (answer.error) return field ? setTab(tabOf(String(field))) : undefined;
    showToast({ text: t('travel.saved'), tone: 'success' });
    onClose();
  };
  const parts = { draft, faults, refused: { field: refusedField, message: refusal?.message ?? '' } };
  const countOf = (name: TabName): number => [...faults].filter((field) => tabOf(field) === name).length;
  const contents = {
    speeds: <SpeedFields {...parts} onChange={setDraft} />,
    slots: <SlotFields {...parts} onChange={setDraft} />,
    tiers: <TierFields {...parts} onChange={setDraft} />,
    other: <OtherFields {...parts} onChange={setDraft} />,
  };
  return (
    <Dialog
      title={t('travel.title')}
      isOpen
      onClose={onClose}
      closeLabel={t('action.close')}
      size="large"
      isDismissable={false}
      footer={
        <>
          <p className="travel-foot" role="status">
            {faults.size > 0
              ? t('travel.faults', { count: faults.size })
              : error && (refusal?.message ?? t('travel.notSaved'))}
          </p>
          <Button onPress={onClose}>{t('travel.cancel')}</Button>
          <Button variant="primary" isPending={fetching} onPress={() => void submit()}>
            {t('travel.save')}
          </Button>
        </>
      }
    >
      <div className="travel-settings" data-testid="travel-settings">
        <p className="muted">{t('travel.hint')}</p>
        <Tabs
          label={t('travel.title')}
          selected={tab}
          onChange={(next) => setTab(next as TabName)}
          tabs={tabs.map((id) => ({
            id,
            label: t(`travel.tab.${id}`),
            content: contents[id],
            ...(countOf(id) > 0 && { icon: 'alert' as const, count: String(countOf(id)) }),
          }))}
        />
      </div>
    </Dialog>
  );
}
