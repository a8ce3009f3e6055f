import { useTranslation } from 'react-i18next';
import { usePreferenceStore, type Language } from '../../state/preference-store.js';
import { Button } from '../../ui/button.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { TextField } from '../../ui/text-field.js';
import { orientations, paperSizes, type Paper } from '../../map/paper/paper.js';

interface PrintToolbarProps {
  paper: Paper;
  title: string;
  onPaper(paper: Paper): void;
  onTitle(title: string): void;
  onBack(): void;
}

const languages: { value: Language; label: string }[] = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];
const longestTitle = 60;

/** What can be chosen about the sheet; it is not printed. */
export function PrintToolbar({ paper, title, onPaper, onTitle, onBack }: PrintToolbarProps) {
  const { t } = useTranslation();
  const { language, setLanguage } = usePreferenceStore();
  return (
    <header className="print-toolbar" data-testid="print-toolbar">
      <Button variant="quiet" icon="back" onPress={onBack} data-testid="print-back">
        {t('print.back')}
      </Button>
      <TextField
        label={t('print.title')}
        isLabelHidden
        placeholder={t('print.title')}
        value={title}
        maxLength={longestTitle}
        onChange={onTitle}
      />
      <SegmentedControl
        label={t('print.paper')}
        options={paperSizes.map((value) => ({ value, label: value }))}
        value={paper.size}
        onChange={(size) => onPaper({ ...paper, size })}
      />
      <SegmentedControl
        label={t('print.orientation')}
        options={orientations.map((value) => ({ value, label: t(`print.${value}`) }))}
        value={paper.orientation}
        onChange={(orientation) => onPaper({ ...paper, orientation })}
      />
      <SegmentedControl
        label={t('print.language')}
        options={languages}
        value={language}
        onChange={setLanguage}
      />
      <Button variant="primary" icon="print" onPress={() => window.print()} data-testid="print">
        {t('print.print')}
      </Button>
    </header>
  );
}
