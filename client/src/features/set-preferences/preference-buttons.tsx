import { useTranslation } from 'react-i18next';
import { usePreferenceStore } from '../../state/preference-store.js';
import { Icon } from '../../ui/icon.js';

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
        aria-label={nextLanguage === 'en' ? 'Switch to English' : '切换为中文'}
        onClick={() => setLanguage(nextLanguage)}
      >
        {nextLanguage === 'en' ? 'EN' : '中文'}
      </button>
      <button
        type="button"
        className="bar-button"
        data-testid="theme"
        aria-label={t(`theme.${nextTheme}`)}
        title={t(`theme.${nextTheme}`)}
        onClick={() => setTheme(nextTheme)}
      >
        <Icon name={nextTheme === 'light' ? 'sun' : 'moon'} />
      </button>
    </>
  );
}
