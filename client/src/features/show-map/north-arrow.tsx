import { useTranslation } from 'react-i18next';

/** For maps on paper, which cannot be turned: up is north. */
export function NorthArrow() {
  const { t } = useTranslation();
  return (
    <svg className="print-north" viewBox="0 0 24 34" role="img" aria-label={t('print.north')}>
      <path
        d="M12 10 19 32 12 27 5 32Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.400"
        strokeLinejoin="round"
      />
      <path d="M12 10v17l-7 5Z" fill="currentColor" />
      <text x="12" y="8" textAnchor="middle" fontSize="9" fontWeight="600" fill="currentColor">
        N
      </text>
    </svg>
  );
}
