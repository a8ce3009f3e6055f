import { useTranslation } from 'react-i18next';
import { orientations, paperSizes, type Paper } from '../../map/paper/paper.js';
import { usePreferenceStore, type Language } from '../../state/preference-store.js';
import { Button } from '../../ui/button.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Select } from '../../ui/select.js';

interface AtlasToolbarProps {
  scope: string;
  scopes: readonly { value: string; label: string }[];
  paper: Paper;
  /** Maps drawn, of how many. */
  drawn: number;
  count: number;
  isPaused: boolean;
  onScope(scope: string): void;
  onPaper(paper: Paper): void;
  onPause(isPaused: boolean): void;
  onBack(): void;
}

const languages: { value: Language; label: string }[] = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

/** What can be chosen about the book, and how far its maps are; it is not printed. */
export function AtlasToolbar({
  scope,
  scopes,
  paper,
  drawn,
  count,
  isPaused,
  onScope,
  onPaper,
  onPause,
  onBack,
}: AtlasToolbarProps) {
  const { t } = useTranslation();
  const { language, setLanguage } = usePreferenceStore();
  const isDone = drawn >= count;
  return (
    <header className="print-toolbar" data-testid="atlas-toolbar">
      <Button variant="quiet" icon="back" onPress={onBack} data-testid="atlas-back">
        {t('atlas.back')}
      </Button>
      <Select label={t('atlas.scope')} isLabelHidden value={scope} options={scopes} onChange={onScope} />
      <SegmentedControl
        label={t('print.paper')}
        value={paper.size}
        options={paperSizes.map((value) => ({ value, label: value }))}
        onChange={(size) => onPaper({ ...paper, size })}
      />
      <SegmentedControl
        label={t('print.orientation')}
        value={paper.orientation}
        options={orientations.map((value) => ({ value, label: t(`print.${value}`) }))}
        onChange={(orientation) => onPaper({ ...paper, orientation })}
      />
      <SegmentedControl
        label={t('print.language')}
        value={language}
        options={languages}
        onChange={setLanguage}
      />
      {!isDone && (
        <div className="atlas-progress">
          <ProgressBar
            label={t(isPaused ? 'atlas.paused' : 'atlas.drawing')}
            value={count === 0 ? 0 : drawn / count}
            valueText={`${drawn} / ${count}`}
            onCancel={() => onPause(!isPaused)}
            cancelLabel={t(isPaused ? 'atlas.goOn' : 'atlas.stop')}
          />
        </div>
      )}
      <Button
        variant="primary"
        icon="print"
        isDisabled={!isDone || count === 0}
        onPress={() => print()}
        data-testid="atlas-print"
      >
        {t('print.print')}
      </Button>
    </header>
  );
}
