import { ErrorBoundary } from '../shell/ErrorBoundary.tsx';
import { Lazy } from '../shell/Lazy.tsx';
import { text } from '../text/text.ts';
import { firstRun } from './visit.ts';
import './first-run-place.css';

const loadCard = async () => (await import('./FirstRunCard.tsx')).FirstRunCard;

/** The first steps, as long as they are wanted. Their place is kept free while they are fetched. */
export function FirstRun() {
  if (firstRun() === 'closed') return null;
  return (
    <div class="first-run-place">
      <ErrorBoundary title={text().firstRun.title}>
        <Lazy load={loadCard} props={{}} />
      </ErrorBoundary>
    </div>
  );
}
