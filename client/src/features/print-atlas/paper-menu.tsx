import { useTranslation } from 'react-i18next';
import { useStudioStore } from '../../state/studio-store.js';
import { IconButton } from '../../ui/icon-button.js';
import { Menu } from '../../ui/menu.js';

export type PaperRoute = '/grids/atlas' | '/grids/sign';

interface PaperMenuProps {
  onOpen(route: PaperRoute, search: Record<string, string>): void;
}

/** What can be printed of the studio's grids: of the opened plan or what is in force, of those chosen or all. */
export function PaperMenu({ onOpen }: PaperMenuProps) {
  const { t } = useTranslation();
  const open = (route: PaperRoute): void => {
    const { planId, partition, selectedGridIds } = useStudioStore.getState();
    onOpen(route, {
      ...(planId !== null && { plan: planId }),
      ...(planId === null && partition !== 'SOCIAL' && { partition }),
      ...(selectedGridIds.length > 0 && { grids: selectedGridIds.join(',') }),
    });
  };
  return (
    <Menu
      trigger={<IconButton icon="print" label={t('atlas.menu')} data-testid="paper-menu" />}
      label={t('atlas.menu')}
      groups={[
        {
          id: 'paper',
          items: [
            { id: 'atlas', label: t('atlas.openAtlas'), icon: 'book', onAction: () => open('/grids/atlas') },
            {
              id: 'sign',
              label: t('atlas.openSign'),
              icon: 'organisation',
              onAction: () => open('/grids/sign'),
            },
          ],
        },
      ]}
    />
  );
}
