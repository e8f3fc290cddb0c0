import { ErrorBoundary } from '../shell/ErrorBoundary.tsx';
import { Lazy } from '../shell/Lazy.tsx';
import { text } from '../text/text.ts';
import { isReadinessOpen } from './readiness-open.ts';

const loadReadiness = async () => (await import('./ReadinessDialog.tsx')).ReadinessDialog;

/** Where the check appears: outside of every panel, since narrow screens hide all but one. */
export function ReadinessHost() {
  return (
    <ErrorBoundary title={text().readiness.title}>
      {isReadinessOpen.value ? <Lazy load={loadReadiness} props={{}} /> : null}
    </ErrorBoundary>
  );
}
