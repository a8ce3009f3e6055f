import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardFrame } from '../../features/cover-board/board-frame.js';
import { BoardPart } from '../../features/cover-board/board-part.js';
import { useBoardShown } from '../../features/cover-board/use-board-on-map.js';
import { SitingPart } from '../../features/propose-sites/siting-part.js';
import { ChangesPart } from '../../features/try-changes/changes-part.js';
import { coverParts, formatAddress, useCoverStore, type CoverPart } from '../../state/cover-store.js';
import { useViewStore } from '../../state/view-store.js';
import { Tabs } from '../../ui/tabs.js';
import './cover-panel.css';

const bodies = { board: BoardPart, changes: ChangesPart, siting: SitingPart };

/** Cover of the county by its forces: the 1-3-5 board, changes to try, and where new stations would serve most. */
export function CoverPanel() {
  const { t } = useTranslation();
  const part = useCoverStore((state) => state.part);
  const setPart = useCoverStore((state) => state.setPart);
  const count = useCoverStore((state) => state.changes.length);
  useAddress();
  useBoardShown();
  return (
    <div className="cover" data-testid="cover">
      <Tabs
        label={t('cover.parts')}
        selected={part}
        onChange={(next) => setPart(next as CoverPart)}
        tabs={coverParts.map((id) => {
          const Body = bodies[id];
          return {
            id,
            label: t(`cover.part.${id}`),
            testId: `cover-${id}`,
            ...(id === 'changes' && count > 0 && { count: String(count) }),
            content: (
              <div className="cover-body">
                <BoardFrame>
                  <Body />
                </BoardFrame>
              </div>
            ),
          };
        })}
      />
    </div>
  );
}

/** Takes up what the address named, and keeps the address true while the panel is open. */
function useAddress(): void {
  useEffect(() => {
    const { cover, setCover } = useViewStore.getState();
    if (cover) useCoverStore.getState().adopt(cover);
    const write = (): void => setCover(formatAddress(useCoverStore.getState()));
    write();
    const unsubscribe = useCoverStore.subscribe(write);
    return () => {
      unsubscribe();
      setCover(null);
    };
  }, []);
}
