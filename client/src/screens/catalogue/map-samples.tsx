import { drawIcon } from '../../map/style/icons/draw-icon.js';
import { SvgImage } from '../../ui/swatch.js';
import { getPalette, type ThemeName } from '../../ui/tokens.js';
import { Sample, useSampleTexts } from './sample.js';

const kinds = {
  posts:
    'COUNTY_BUREAU STATION OFFICE LIAISON_STATION TRAFFIC_SQUADRON SERVICE_POINT PROJECT_POST GOVERNANCE_CENTRE JUSTICE_OFFICE COURT DETENTION_PLACE SMALLEST_RESPONSE_UNIT VOLUNTEER_TEAM'
      .split(' ')
      .map((kind) => `post:${kind}`),
  risks:
    'FIRE_LOAD EBIKE_CHARGING CHEMICALS LPG CROWDED_VENUE CONSTRUCTION FLOOD LANDSLIDE ACCIDENT_SPOT SCHOOL_GATE OLD_BUILDING WATER'
      .split(' ')
      .map((kind, index) => `risk:${['RED', 'ORANGE', 'YELLOW', 'BLUE'][index % 4]}:${kind}`),
  incidents: ['TRAFFIC', 'OFFENCE', 'DISPUTE', 'HAZARD', 'HELP', 'CITY_SERVICE', 'OTHER'].flatMap(
    (kind, index) => [
      `incident:${kind}:${(index % 3) + 1}:fresh`,
      `incident:${kind}:${(index % 3) + 1}:recent`,
      `incident:${kind}:${(index % 3) + 1}:old`,
    ],
  ),
  units: ['CAR', 'MOTORBIKE', 'BICYCLE', 'FOOT'].flatMap((kind) =>
    ['STANDBY', 'PATROLLING', 'EN_ROUTE', 'ON_SCENE', 'RETURNING', 'OFF_DUTY', 'STALE'].map(
      (state) => `unit:${kind}:${state}`,
    ),
  ),
};

/** Every sign of the map at the sizes it is drawn at. */
export function MapSamples() {
  const t = useSampleTexts();
  return (
    <Sample id="map" title={t('catalogue.part.map')}>
      {(theme) =>
        (['posts', 'risks', 'incidents', 'units'] as const).map((family) => (
          <div key={family} className="catalogue-signs">
            <h3>{t(`catalogue.text.${family}`)}</h3>
            {[16, 20, 28].map((size) => (
              <div key={size} className="catalogue-sign-row">
                <code>{size}</code>
                {kinds[family].map((id) => (
                  <Sign key={id} id={`${id}@${size}`} theme={theme} />
                ))}
              </div>
            ))}
          </div>
        ))
      }
    </Sample>
  );
}

function Sign({ id, theme }: { id: string; theme: ThemeName }) {
  return (
    <span title={id}>
      <SvgImage svg={drawIcon(id, getPalette(theme))} />
    </span>
  );
}
