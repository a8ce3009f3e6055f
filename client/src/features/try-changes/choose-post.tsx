import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatHours } from '../../i18n/format.js';
import { drawIcon } from '../../map/style/icons/draw-icon.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { ListRow } from '../../ui/list-row.js';
import { Notice } from '../../ui/notice.js';
import { SvgImage } from '../../ui/swatch.js';
import { TextField } from '../../ui/text-field.js';
import { getPalette } from '../../ui/tokens.js';
import { walkWithArrows } from '../list-incidents/walk-with-arrows.js';
import type { Post } from './ghost-posts.js';
import { respondingKinds } from './post-kinds.js';

/** As many as are read at a glance; typing brings the others. */
const mostShown = 8;

/** The posts there are, to choose one by part of its name. */
export function ChoosePost({ posts, onChoose }: { posts: readonly Post[]; onChoose(post: Post): void }) {
  const { t } = useTranslation();
  const theme = usePreferenceStore((state) => state.theme);
  const [text, setText] = useState('');
  const found = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    const rank = ({ kind }: Post): number => respondingKinds.indexOf(kind);
    return posts
      .filter((post) => rank(post) >= 0 && post.name.toLocaleLowerCase().includes(wanted))
      .sort((a, b) => rank(a) - rank(b));
  }, [posts, text]);
  return (
    <div className="choose-post" onKeyDown={walkWithArrows}>
      <TextField
        label={t('plan.choose.label')}
        placeholder={t('plan.choose.placeholder')}
        icon="search"
        value={text}
        onChange={setText}
        autoComplete="off"
      />
      {found.length === 0 ? (
        <Notice kind="empty" title={t('plan.choose.none')} />
      ) : (
        <div className="choose-post-rows">
          {found.slice(0, mostShown).map((post) => (
            <ListRow
              key={post.id}
              sign={<SvgImage svg={drawIcon(`post:${post.kind}`, getPalette(theme))} size={22} />}
              title={post.name}
              meta={`${t(`legend.post.${post.kind}`)} · ${describeHours(post)}`}
              onPress={() => onChoose(post)}
            />
          ))}
        </div>
      )}
      {found.length > mostShown && (
        <p className="cover-hint">{t('plan.choose.more', { count: found.length - mostShown })}</p>
      )}
    </div>
  );

  function describeHours({ opensAtMinute, closesAtMinute }: Post): string {
    return formatHours(opensAtMinute ?? null, closesAtMinute ?? null) ?? t('plan.hours.always');
  }
}
