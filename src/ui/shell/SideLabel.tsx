import type { Side } from '../../domain/signal.ts';
import { text } from '../text/text.ts';
import { Icon } from './Icon.tsx';

/** A side in words, with its arrow and colour: never by colour alone. */
export function SideLabel({ side }: { side: Side }) {
  return (
    <span class="side" data-side={side}>
      <Icon name={side === 'BUY' ? 'up' : 'down'} size={9} />
      {text().sides[side]}
    </span>
  );
}
