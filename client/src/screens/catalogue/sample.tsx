import { createContext, useContext, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { applyPalette, type Density, type ThemeName } from '../../ui/tokens.js';

interface CatalogueSetting {
  t: TFunction;
  density: Density;
}

export const CatalogueContext = createContext<CatalogueSetting | null>(null);

/** The words of the samples. */
export function useSampleTexts(): TFunction {
  return useContext(CatalogueContext)!.t;
}

/** A component's place in the catalogue: its name, and what it looks like in both themes. */
export function Sample({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ReactNode | ((theme: ThemeName) => ReactNode);
}) {
  return (
    <section className="catalogue-sample" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <a href={`#${id}`}>{title}</a>
      </h2>
      <div className="catalogue-panes">
        {(['dark', 'light'] as const).map((theme) => (
          <ThemePane key={theme} theme={theme}>
            {typeof children === 'function' ? children(theme) : children}
          </ThemePane>
        ))}
      </div>
    </section>
  );
}

function ThemePane({ theme, children }: { theme: ThemeName; children: ReactNode }) {
  const pane = useRef<HTMLDivElement>(null);
  const { density } = useContext(CatalogueContext)!;
  useLayoutEffect(() => applyPalette(pane.current!, theme), [theme]);
  return (
    <div ref={pane} className="catalogue-pane" data-density={density}>
      {children}
    </div>
  );
}

/** Samples beside each other, with room between. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="catalogue-row">{children}</div>;
}
