import { useTranslation } from 'react-i18next';
import { usePreferenceStore } from '../../state/preference-store.js';
import { IconButton } from '../../ui/icon-button.js';

/** Language and theme. The language button names the other language in that language. */
export function PreferenceButtons() {
  const { t } = useTranslation();
  const { theme, language, setTheme, setLanguage } = usePreferenceStore();
  const nextTheme = theme === 'dark' ? 'light' : 'dark';
  const nextLanguage = language === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <>
      <button
        type="button"
        className="bar-button"
        lang={nextLanguage}
        data-testid="language"
        // What one says to a voice control is what one sees: the name contains the text.
        aria-label={nextLanguage === 'en' ? 'EN, Switch to English' : '切换为中文'}
        onClick={() => setLanguage(nextLanguage)}
      >
        {nextLanguage === 'en' ? 'EN' : '中文'}
      </button>
      <IconButton
        icon={nextTheme === 'light' ? 'sun' : 'moon'}
        label={t(`theme.${nextTheme}`)}
        shortcut="T"
        data-testid="theme"
        onPress={() => setTheme(nextTheme)}
      />
    </>
  );
}
