import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice.js';

interface ErrorBoundaryProps {
  /** An unattended screen starts again by itself. */
  restartMilliseconds?: number;
  children: ReactNode;
}

/** Catches what a screen did not: says so and offers to start again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override componentDidCatch(error: Error): void {
    console.error(error);
    const { restartMilliseconds } = this.props;
    if (restartMilliseconds) setTimeout(() => location.reload(), restartMilliseconds);
  }

  override render(): ReactNode {
    return this.state.error ? <Failure error={this.state.error} /> : this.props.children;
  }
}

function Failure({ error }: { error: Error }) {
  const { t } = useTranslation();
  return (
    <main className="screen-failure">
      <Notice
        kind="error"
        title={t('error.screen')}
        action={{ label: t('action.reload'), onPress: () => location.reload() }}
      >
        {error.message}
      </Notice>
    </main>
  );
}

/** Catches what a panel did not; the screen around it goes on. */
export class PanelErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override componentDidCatch(error: Error): void {
    console.error(error);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <PanelFailure error={error} retry={() => this.setState({ error: null })} />;
  }
}

function PanelFailure({ error, retry }: { error: Error; retry(): void }) {
  const { t } = useTranslation();
  return (
    <Notice kind="error" title={t('dock.failed')} action={{ label: t('action.retry'), onPress: retry }}>
      {error.message}
    </Notice>
  );
}
