import { useEffect, type ReactNode } from 'react';
import { switchLanguage } from '../i18n/index.js';
import { usePreferenceStore } from '../state/preference-store.js';
import { usePageTheme } from '../ui/use-page-theme.js';
import { ErrorBoundary } from './error-boundary.js';

/** What every screen stands in: theme, language, and a net under it. */
export function Shell({
  restartMilliseconds,
  children,
}: {
  restartMilliseconds?: number;
  children: ReactNode;
}) {
  const theme = usePreferenceStore((state) => state.theme);
  const language = usePreferenceStore((state) => state.language);
  usePageTheme(theme);
  useEffect(() => void switchLanguage(language), [language]);
  return <ErrorBoundary {...(restartMilliseconds && { restartMilliseconds })}>{children}</ErrorBoundary>;
}
