import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Dialog } from '../../ui/dialog.js';
import { IconButton } from '../../ui/icon-button.js';
import { Kbd } from '../../ui/kbd.js';
import { Menu } from '../../ui/menu.js';
import { NumberField } from '../../ui/number-field.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { SegmentedControl } from '../../ui/segmented-control.js';
import { Select } from '../../ui/select.js';
import { ShareBar } from '../../ui/share-bar.js';
import { Slider } from '../../ui/slider.js';
import { Splitter } from '../../ui/splitter.js';
import { Switch } from '../../ui/switch.js';
import { Tabs } from '../../ui/tabs.js';
import { TextField } from '../../ui/text-field.js';
import { ToastCard } from '../../ui/toast-region.js';
import { showToast } from '../../ui/toast.js';
import { ToggleChips } from '../../ui/toggle-chips.js';
import { Toolbar, ToolbarGap } from '../../ui/toolbar.js';
import { Row, Sample, useSampleTexts } from './sample.js';

const nothing = (): void => undefined;

/** What is pressed, chosen, typed, dragged. */
export function ControlSamples() {
  const t = useSampleTexts();
  return (
    <>
      <Sample id="button" title={t('catalogue.part.button')}>
        {(['primary', 'plain', 'quiet', 'danger'] as const).map((variant) => (
          <Row key={variant}>
            <Button variant={variant}>{t('catalogue.text.save')}</Button>
            <Button variant={variant} icon="filter" size="small">
              {t('catalogue.text.filter')}
            </Button>
            <Button variant={variant} endIcon="chevron" size="large">
              {t('catalogue.text.more')}
            </Button>
            <Button variant={variant} isPending>
              {t('catalogue.text.pending')}
            </Button>
            <Button variant={variant} isDisabled>
              {t('catalogue.text.remove')}
            </Button>
          </Row>
        ))}
        <Button icon="share">{t('catalogue.text.longButton')}</Button>
      </Sample>
      <Sample id="icon-button" title={t('catalogue.part.iconButton')}>
        <Row>
          <IconButton icon="undo" label={t('catalogue.text.undo')} shortcut="Ctrl Z" />
          <IconButton icon="redo" label={t('catalogue.text.redo')} isDisabled />
          <IconButton icon="pin" label={t('catalogue.text.pin')} isPressed />
          <IconButton icon="bell" label={t('catalogue.text.notices')} count={7} />
          <IconButton icon="print" label={t('catalogue.text.print')} size="small" />
          <Kbd keys="Ctrl K" />
        </Row>
        <Row>
          <Toolbar label={t('catalogue.text.map')} orientation="horizontal">
            <IconButton icon="plus" label={t('catalogue.text.zoomIn')} shortcut="+" />
            <IconButton icon="minus" label={t('catalogue.text.zoomOut')} />
            <ToolbarGap />
            <IconButton icon="extent" label={t('catalogue.text.extent')} />
            <IconButton icon="layers" label={t('catalogue.text.layers')} isPressed />
          </Toolbar>
        </Row>
      </Sample>
      <Sample id="choice" title={t('catalogue.part.choice')}>
        <Choices />
      </Sample>
      <Sample id="tabs" title={t('catalogue.part.tabs')}>
        <TabSample />
      </Sample>
      <Sample id="overlay" title={t('catalogue.part.overlay')}>
        <Overlays />
      </Sample>
      <Sample id="toast" title={t('catalogue.part.toast')}>
        <Toasts />
      </Sample>
      <Sample id="splitter" title={t('catalogue.part.splitter')}>
        <SplitterSample />
      </Sample>
      <Sample id="progress" title={t('catalogue.part.progress')}>
        <ProgressBar
          label={t('catalogue.text.import')}
          value={0.26}
          valueText={t('catalogue.text.importValue')}
          onCancel={nothing}
          cancelLabel={t('catalogue.text.cancel')}
        />
        <ProgressBar label={t('catalogue.text.checking')} />
        <ShareBar label={t('catalogue.text.grid')} value={0.62} valueText="62%" />
        <ShareBar label={t('catalogue.text.long')} value={0} valueText="0%" />
      </Sample>
    </>
  );
}

function Choices() {
  const t = useSampleTexts();
  const [view, setView] = useState<'map' | 'list' | 'table'>('map');
  const [isOn, setOn] = useState(true);
  const [amount, setAmount] = useState(12);
  const [shown, setShown] = useState<('map' | 'list' | 'table')[]>(['map']);
  const options = [
    { value: 'map' as const, label: t('catalogue.text.map'), icon: 'marker' as const },
    { value: 'list' as const, label: t('catalogue.text.list'), icon: 'list' as const },
    { value: 'table' as const, label: t('catalogue.text.table'), icon: 'table' as const, isDisabled: true },
  ];
  const label = t('catalogue.text.map');
  return (
    <>
      <Row>
        <SegmentedControl label={label} options={options} value={view} onChange={setView} />
        <SegmentedControl label={label} options={options} value={view} onChange={setView} isIconOnly />
      </Row>
      <ToggleChips label={label} options={options} values={shown} onChange={setShown} isRequired />
      <Switch isSelected={isOn} onChange={setOn} description={t('catalogue.text.switchHint')}>
        {t('catalogue.text.switch')}
      </Switch>
      <Row>
        <Switch>{t('catalogue.text.switch')}</Switch>
        <Switch isDisabled>{t('catalogue.text.switch')}</Switch>
      </Row>
      <Row>
        <Select label={label} options={options} value={view} onChange={setView} />
        <NumberField
          label={t('catalogue.text.count')}
          value={amount}
          min={1}
          max={50}
          error={t('catalogue.text.nameError')}
          onChange={(next) => next !== null && setAmount(next)}
        />
      </Row>
      <Slider
        label={t('catalogue.text.count')}
        min={1}
        max={50}
        value={amount}
        valueText={String(amount)}
        onChange={setAmount}
      />
      <Slider
        label={t('catalogue.text.count')}
        min={1}
        max={50}
        value={amount}
        valueText={String(amount)}
        isDisabled
        onChange={nothing}
      />
      <TextField
        label={t('catalogue.text.name')}
        description={t('catalogue.text.nameHint')}
        defaultValue={t('catalogue.text.grid')}
      />
      <TextField
        label={t('catalogue.text.name')}
        error={t('catalogue.text.nameError')}
        defaultValue={t('catalogue.text.grid')}
      />
      <Row>
        <TextField
          label={t('catalogue.text.filter')}
          isLabelHidden
          icon="search"
          placeholder={t('catalogue.text.filter')}
        />
        <TextField
          label={t('catalogue.text.filter')}
          isLabelHidden
          isDisabled
          placeholder={t('catalogue.text.filter')}
        />
      </Row>
    </>
  );
}

function TabSample() {
  const t = useSampleTexts();
  const [selected, setSelected] = useState('incidents');
  const tabs = (['incidents', 'inView', 'figures'] as const).map((id, index) => ({
    id,
    label: t(`catalogue.text.${id}`),
    content: <p className="catalogue-note">{t(`catalogue.text.${id}`)}</p>,
    ...(index === 0 && { count: '128' }),
  }));
  return (
    <Tabs
      label={t('catalogue.part.tabs')}
      tabs={tabs}
      selected={selected}
      onChange={setSelected}
      actions={<IconButton icon="close" size="small" label={t('catalogue.text.close')} />}
    />
  );
}

function Overlays() {
  const t = useSampleTexts();
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'typed' | null>(null);
  const close = (): void => setOpen(null);
  const words = {
    title: t('catalogue.text.confirmTitle'),
    consequence: t('catalogue.text.confirmText'),
    confirmLabel: t('catalogue.text.remove'),
    cancelLabel: t('catalogue.text.cancel'),
  };
  return (
    <Row>
      <Button onPress={() => setOpen('dialog')}>{t('catalogue.text.open')}</Button>
      <Button onPress={() => setOpen('confirm')}>{t('catalogue.text.confirmTitle')}</Button>
      <Button variant="danger" onPress={() => setOpen('typed')}>
        {t('catalogue.text.remove')}
      </Button>
      <Menu
        label={t('catalogue.text.more')}
        trigger={<IconButton icon="more" label={t('catalogue.text.more')} />}
        groups={[
          {
            id: 'do',
            items: [
              {
                id: 'undo',
                label: t('catalogue.text.undo'),
                icon: 'undo',
                shortcut: 'Ctrl Z',
                onAction: nothing,
              },
              { id: 'link', label: t('catalogue.text.link'), icon: 'link', onAction: nothing },
              {
                id: 'print',
                label: t('catalogue.text.print'),
                icon: 'print',
                isDisabled: true,
                onAction: nothing,
              },
            ],
          },
          {
            id: 'show',
            title: t('catalogue.density'),
            items: [
              { id: 'a', label: t('catalogue.densityCompact'), isSelected: true, onAction: nothing },
              { id: 'b', label: t('catalogue.densityComfortable'), isSelected: false, onAction: nothing },
            ],
          },
          {
            id: 'end',
            items: [
              {
                id: 'x',
                label: t('catalogue.text.remove'),
                icon: 'remove',
                isDangerous: true,
                onAction: nothing,
              },
            ],
          },
        ]}
      />
      <Dialog
        title={t('catalogue.text.long')}
        isOpen={open === 'dialog'}
        onClose={close}
        closeLabel={t('catalogue.text.close')}
        footer={
          <>
            <Button onPress={close}>{t('catalogue.text.cancel')}</Button>
            <Button variant="primary" onPress={close}>
              {t('catalogue.text.save')}
            </Button>
          </>
        }
      >
        <TextField label={t('catalogue.text.name')} description={t('catalogue.text.nameHint')} />
      </Dialog>
      <ConfirmDialog {...words} isOpen={open === 'confirm'} onConfirm={close} onCancel={close} />
      <ConfirmDialog
        {...words}
        isDangerous
        isOpen={open === 'typed'}
        typed={{ word: t('catalogue.text.confirmTyped'), label: t('catalogue.text.confirmWord') }}
        onConfirm={close}
        onCancel={close}
      />
    </Row>
  );
}

function Toasts() {
  const t = useSampleTexts();
  const undo = { label: t('catalogue.text.undo'), onPress: nothing };
  const samples = [
    { id: -1, text: t('catalogue.text.moved'), action: undo },
    { id: -2, text: t('catalogue.text.saved'), tone: 'success' as const },
    { id: -3, text: t('catalogue.text.late'), tone: 'warning' as const },
    {
      id: -4,
      text: t('catalogue.text.failed'),
      tone: 'danger' as const,
      action: { ...undo, label: t('catalogue.text.retry') },
    },
  ];
  return (
    <>
      {samples.map((toast) => (
        <ToastCard
          key={toast.id}
          toast={{ ...toast, timeoutMilliseconds: 0 }}
          dismissLabel={t('catalogue.text.close')}
        />
      ))}
      <Row>
        <Button onPress={() => showToast({ text: t('catalogue.text.moved'), action: undo })}>
          showToast
        </Button>
      </Row>
    </>
  );
}

function SplitterSample() {
  const t = useSampleTexts();
  const [width, setWidth] = useState(160);
  return (
    <div className="catalogue-split">
      <div style={{ width }}>{width} px</div>
      <Splitter
        orientation="vertical"
        value={width}
        min={96}
        max={260}
        resetTo={160}
        onChange={setWidth}
        label={t('catalogue.text.drag')}
      />
      <div />
    </div>
  );
}
