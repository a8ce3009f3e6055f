import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCoverStore } from '../../state/cover-store.js';
import { cancelPick } from '../../state/pick-store.js';
import { mostChanges } from '../../state/post-changes.js';
import { useViewStore } from '../../state/view-store.js';
import { Button } from '../../ui/button.js';
import { IconButton } from '../../ui/icon-button.js';
import { Conditions } from '../cover-board/conditions-bar.js';
import { usePresentHour } from '../cover-board/use-present-hour.js';
import { ExplainReach } from '../explain-reach/explain-reach.js';
import { AddPost } from './add-post.js';
import { TriedChanges } from './change-list.js';
import './changes-part.css';
import { ChoosePost } from './choose-post.js';
import { CompareDialog } from './compare-dialog.js';
import { EditPost } from './edit-post.js';
import { getPlace, type Post } from './ghost-posts.js';
import { NumbersSection } from './numbers-section.js';
import { ScenarioBar } from './scenario-bar.js';
import { ScenarioList } from './scenario-list.js';
import { useGhosts } from './use-ghosts.js';
import { usePosts } from './use-posts.js';
import { useScenarios, useWantedScenario } from './use-scenarios.js';

type Work = { kind: 'add' } | { kind: 'choose' } | { kind: 'edit'; postId: string };

/** What if: posts added, moved, closed or staffed at other hours, with what that does to the numbers and the map. */
export function ChangesPart() {
  const { t } = useTranslation();
  const changes = useCoverStore((state) => state.changes);
  const wantedPost = useCoverStore((state) => state.wantedPost);
  const scenarios = useScenarios();
  const { posts, byId } = usePosts();
  const presentHour = usePresentHour();
  const [work, setWork] = useState<Work | null>(null);
  const [compared, setCompared] = useState<string | null>(null);
  useWantedScenario();
  useEffect(() => cancelPick, []);
  const edit = useCallback((post: Post): void => {
    setWork({ kind: 'edit', postId: post.id });
    bringIntoSight(post);
  }, []);
  useEffect(() => {
    const post = wantedPost === null ? undefined : byId.get(wantedPost);
    if (!post) return;
    edit(post);
    useCoverStore.getState().takeWantedPost();
  }, [wantedPost, byId, edit]);
  const edited = work?.kind === 'edit' ? byId.get(work.postId) : undefined;
  useGhosts(byId, edited, () => setWork(null));
  const stop = (): void => {
    cancelPick();
    setWork(null);
  };
  const isFull = changes.length >= mostChanges;
  return (
    <>
      <div className="cover-buttons">
        <Button icon="plus" isDisabled={isFull} onPress={() => setWork({ kind: 'add' })}>
          {t('plan.add.title')}
        </Button>
        <Button icon="edit" isDisabled={isFull} onPress={() => setWork({ kind: 'choose' })}>
          {t('plan.edit.title')}
        </Button>
      </div>
      {isFull && <p className="cover-hint">{t('plan.full', { count: mostChanges })}</p>}
      {work && (
        <section className="plan-work" aria-label={workTitle(work)}>
          <header>
            <h3>{workTitle(work)}</h3>
            <IconButton icon="close" size="small" label={t('plan.cancel')} onPress={stop} />
          </header>
          {work.kind === 'add' && <AddPost onDone={stop} />}
          {work.kind === 'choose' && <ChoosePost posts={posts} onChoose={edit} />}
          {edited && <EditPost key={edited.id} post={edited} onDone={stop} />}
        </section>
      )}
      {changes.length > 0 ? (
        <TriedChanges posts={byId} />
      ) : (
        !work && <p className="cover-hint">{t('plan.intro')}</p>
      )}
      <ScenarioBar scenarios={scenarios} posts={byId} />
      <Conditions presentHour={presentHour} />
      <NumbersSection />
      <ScenarioList scenarios={scenarios} onCompare={setCompared} />
      <ExplainReach topic="board" />
      {compared !== null && (
        <CompareDialog
          scenarios={scenarios.scenarios ?? []}
          first={compared}
          onClose={() => setCompared(null)}
        />
      )}
    </>
  );

  function workTitle({ kind }: Work): string {
    if (kind === 'edit' && edited) return t('plan.edit.of', { name: edited.name });
    return t(kind === 'add' ? 'plan.add.title' : 'plan.edit.title');
  }
}

/** What can be dragged has to be seen. */
function bringIntoSight(post: Post): void {
  const place = getPlace(post);
  if (!place) return;
  useViewStore.getState().goTo({ kind: 'point', longitude: place[0], latitude: place[1], zoom: 14 });
}
