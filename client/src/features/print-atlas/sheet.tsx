import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../i18n/format.js';
import type { Paper } from '../../map/paper/paper.js';
import { useNow } from '../../state/use-now.js';
import { applyPalette } from '../../ui/tokens.js';
import { useTimeLocale } from '../watch-county/use-county.js';

/** Where a page stands in its book. */
export interface PageProps {
  paper: Paper;
  /** From 1. */
  number: number;
  count: number;
  countyName: string;
}

interface SheetProps {
  page: PageProps;
  isSimulated: boolean;
  title: string;
  code?: string;
  /** At the end of the head. */
  note?: string;
  /** Without map and column: the content takes the sheet. */
  isPlain?: boolean;
  isSign?: boolean;
  children: ReactNode;
}

/** A sheet of paper at its true measures: head, map, column, foot. */
export function Sheet({ page, isSimulated, title, code, note, isPlain, isSign, children }: SheetProps) {
  const { t } = useTranslation();
  const { paper } = page;
  const sheet = useRef<HTMLElement>(null);
  // The page around the sheet keeps the theme of its reader.
  useLayoutEffect(() => {
    if (sheet.current) applyPalette(sheet.current, 'print');
  }, []);
  return (
    <article
      ref={sheet}
      className="print-sheet atlas-sheet"
      data-page={`${paper.size}-${paper.orientation}`}
      data-orientation={paper.orientation}
      data-plain={isPlain || undefined}
      data-sign={isSign || undefined}
      aria-label={title}
    >
      <header className="print-head">
        <h1>{title}</h1>
        {code && <span className="atlas-code">{code}</span>}
        {isSimulated && <span className="print-simulated">{t('simulated')}</span>}
        {note && <p className="print-times">{note}</p>}
      </header>
      {children}
    </article>
  );
}

interface PageFootProps {
  page: PageProps;
  children?: ReactNode;
  isNumbered?: boolean;
}

/** Under the map: its scale, whose work it is and of which day, and the page. */
export function PageFoot({ page, children, isNumbered = true }: PageFootProps) {
  const { t } = useTranslation();
  const locale = useTimeLocale();
  const now = useNow(60_000);
  return (
    <footer className="print-foot">
      {children ?? <span />}
      <p className="print-sources">
        <span>{t('atlas.made', { county: page.countyName, date: formatDate(now, locale) })}</span>
        {isNumbered && <span>{t('atlas.page', { number: page.number, count: page.count })}</span>}
      </p>
    </footer>
  );
}

type Fact = readonly [name: string, value: string, details?: readonly string[]];

/** Names and what they are, one under the other. */
export function Facts({ facts, isPaired = false }: { facts: readonly Fact[]; isPaired?: boolean }) {
  return (
    <dl className="atlas-fact-list" data-paired={isPaired || undefined}>
      {facts.map(([name, value, details]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {details?.map((detail) => (
              <span key={detail}>{detail}</span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
