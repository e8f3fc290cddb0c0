import type { ComponentChildren } from 'preact';

/** A group of facts under a heading of its own. */
export function Facts({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="facts">
      <h3>{title}</h3>
      <dl>{children}</dl>
    </div>
  );
}

interface FactProps {
  readonly label: string;
  readonly value: string | number;
  readonly isBad?: boolean;
  readonly meaning?: string | undefined;
}

export function Fact({ label, value, isBad = false, meaning }: FactProps) {
  return (
    <div class="fact" data-bad={isBad} title={meaning}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
