import { Component } from 'preact';
import type { ComponentChildren } from 'preact';
import { logError } from '../state/error-log.ts';
import { text } from '../text/text.ts';

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
}

interface State {
  readonly message: string | null;
}

/** Keeps a part's failure to draw inside that part: it says so there, and the rest lives on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { message: null };

  static override getDerivedStateFromError(error: unknown): State {
    return { message: messageOf(error) };
  }

  override componentDidCatch(error: unknown): void {
    const reason = `${this.props.title}: ${messageOf(error)}`;
    logError({ time: Date.now(), what: 'panel-failed', reason });
  }

  override render({ title, children }: Props, { message }: State) {
    if (message === null) return children;
    return (
      <div class="empty" role="alert">
        <strong>{text().app.panelFailed(title)}</strong>
        <span>{message}</span>
        <button type="button" class="button" onClick={() => this.setState({ message: null })}>
          {text().app.panelRetry}
        </button>
      </div>
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
