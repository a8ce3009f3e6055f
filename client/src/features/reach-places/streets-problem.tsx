import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { Notice } from '../../ui/notice.js';

interface StreetsProblemProps {
  error: CombinedError;
  title: string;
  onRetry(): void;
}

/** Why there is no answer: no streets yet, a refusal in the server's words, or no line to it. */
export function StreetsProblem({ error, title, onRetry }: StreetsProblemProps) {
  const { t } = useTranslation();
  const [refusal] = error.graphQLErrors;
  const action = { label: t('action.retry'), onPress: onRetry };
  if (refusal?.extensions.code === 'UNAVAILABLE')
    return (
      <Notice kind="empty" icon="link" title={t('reach.noStreets')} action={action}>
        {refusal.message}
      </Notice>
    );
  return (
    <Notice kind={refusal ? 'error' : 'offline'} title={title} action={action}>
      {refusal?.message ?? t('reach.noLine')}
    </Notice>
  );
}
