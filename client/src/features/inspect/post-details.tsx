import { useTranslation } from 'react-i18next';
import { PostDetailsDocument } from '../../graphql/generated/graphql.js';
import { formatHours } from '../../i18n/format.js';
import { drawIcon } from '../../map/style/icons/draw-icon.js';
import { usePreferenceStore } from '../../state/preference-store.js';
import { StatusChip } from '../../ui/status-chip.js';
import { SvgImage } from '../../ui/swatch.js';
import { getPalette } from '../../ui/tokens.js';
import { ReachButtons } from '../reach-places/reach-buttons.js';
import { TryPostButton } from '../try-changes/try-post-button.js';
import { DetailsHead, DetailsState, Fact, Facts } from './details-parts.js';
import { useDetails } from './use-details.js';

export function PostDetails({ id }: { id: string }) {
  const { t } = useTranslation();
  const theme = usePreferenceStore((state) => state.theme);
  const { data, state } = useDetails(PostDetailsDocument, { id });
  const post = data?.post;
  if (!post) return <DetailsState {...state} />;
  const hours = formatHours(post.opensAtMinute, post.closesAtMinute);
  return (
    <>
      <DetailsHead
        sign={<SvgImage svg={drawIcon(`post:${post.kind}`, getPalette(theme))} size={36} />}
        kind={t(`legend.post.${post.kind}`)}
        name={post.name}
        location={post.location ?? null}
      />
      <p className="details-chips">
        {post.openAroundTheClock && <StatusChip>{t('post.aroundTheClock')}</StatusChip>}
        {!post.location && <StatusChip tone="warning">{t('incident.noPlace')}</StatusChip>}
      </p>
      {post.location && <ReachButtons origin={{ kind: 'post', id, name: post.name }} />}
      <TryPostButton id={id} kind={post.kind} />
      <Facts>
        <Fact label={t('fact.code')}>{post.code}</Fact>
        {hours && <Fact label={t('fact.hours')}>{hours}</Fact>}
        <Fact label={t('fact.address')}>{post.address}</Fact>
      </Facts>
    </>
  );
}
