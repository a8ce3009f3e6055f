import { getContrast } from '../../ui/colour-vision.js';
import { Icon, iconNames } from '../../ui/icon.js';
import { getPalette, radius, space, typeScale, type Palette, type ThemeName } from '../../ui/tokens.js';
import { Row, Sample, useSampleTexts } from './sample.js';

type ColourName = keyof Palette;

/** What a colour must reach, and on which: text 4.5, edges and signs that mean something 3, ornament nothing. */
const demands: Partial<Record<ColourName, [ground: ColourName, least: number]>> = {
  text: ['surface', 4.5],
  textMuted: ['surface', 4.5],
  textFaint: ['surfaceRaised', 4.5],
  accent: ['surfaceRaised', 4.5],
  onAccent: ['accent', 4.5],
  danger: ['dangerSoft', 4.5],
  warning: ['warningSoft', 4.5],
  success: ['successSoft', 4.5],
  edge: ['surface', 3],
  focus: ['surface', 3],
  label: ['land', 4.5],
  labelStrong: ['land', 4.5],
  labelWater: ['water', 4.5],
  gridLabel: ['labelHalo', 4.5],
  selection: ['land', 3],
  gridSocial: ['land', 3],
  gridPolice: ['land', 3],
  onPriority: ['priority1', 4.5],
  priority1: ['surface', 3],
  priority2: ['surface', 3],
  priority3: ['surface', 3],
  onPost: ['postPolice', 4.5],
};

/** Every colour with its contrast, both sizes of everything, and all signs. */
export function TokenSamples() {
  const t = useSampleTexts();
  return (
    <>
      <Sample id="colour" title={t('catalogue.part.colour')}>
        {(theme) => <Colours theme={theme} />}
      </Sample>
      <Sample id="type" title={t('catalogue.part.type')}>
        {Object.entries(typeScale).map(([name, pixels]) => (
          <p key={name} className="catalogue-type">
            <code>
              {name} {pixels}
            </code>
            <span style={{ fontSize: `var(--font-${name})` }}>{t('catalogue.text.sample')}</span>
          </p>
        ))}
      </Sample>
      <Sample id="space" title={t('catalogue.part.space')}>
        <Row>
          {Object.entries(space).map(([name, pixels]) => (
            <span key={name} className="catalogue-measure">
              <i style={{ width: `var(--space-${name})` }} />
              <code>
                {name} · {pixels}
              </code>
            </span>
          ))}
        </Row>
        <Row>
          {Object.entries(radius).map(([name, pixels]) => (
            <span key={name} className="catalogue-box" style={{ borderRadius: `var(--radius-${name})` }}>
              <code>
                {name} {pixels}
              </code>
            </span>
          ))}
        </Row>
      </Sample>
      <Sample id="elevation" title={t('catalogue.part.elevation')}>
        <Row>
          {['flat', 'raised', 'overlay'].map((name) => (
            <span key={name} className="catalogue-box" style={{ boxShadow: `var(--shadow-${name})` }}>
              <code>{name}</code>
            </span>
          ))}
        </Row>
      </Sample>
      <Sample id="icons" title={t('catalogue.part.icons')}>
        <ul className="catalogue-icons">
          {iconNames.map((name) => (
            <li key={name}>
              <Icon name={name} />
              <Icon name={name} size="small" />
              <code>{name}</code>
            </li>
          ))}
        </ul>
      </Sample>
    </>
  );
}

function Colours({ theme }: { theme: ThemeName }) {
  const t = useSampleTexts();
  const palette = getPalette(theme);
  return (
    <ul className="catalogue-colours">
      {(Object.keys(palette) as ColourName[]).map((name) => {
        const demand = demands[name];
        const contrast = demand && getContrast(palette[name], palette[demand[0]]);
        const passes = demand && contrast! >= demand[1];
        return (
          <li key={name}>
            <i style={{ background: palette[name] }} />
            <span>
              <b>{name}</b>
              <code>{palette[name]}</code>
            </span>
            {demand && (
              <span className="catalogue-contrast" data-fails={!passes || undefined}>
                {contrast!.toFixed(1)} {t('catalogue.contrast.on')} {demand[0]}{' '}
                {passes ? t('catalogue.contrast.pass') : t('catalogue.contrast.fail')}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
