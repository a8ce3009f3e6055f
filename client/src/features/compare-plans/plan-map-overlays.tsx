import type { Map as MapLibreMap } from 'maplibre-gl';
import { CommentPins } from '../review-plans/comment-pins.js';
import { ComparedMap } from './compared-map.js';

/** What plans lay over the studio's map: the other side of a comparison, and pins of comments. */
export function PlanMapOverlays({ map }: { map: MapLibreMap }) {
  return (
    <>
      <ComparedMap map={map} />
      <CommentPins map={map} />
    </>
  );
}
