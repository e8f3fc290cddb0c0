interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onPress: (isOn: boolean) => void;
}

/** Something to be switched on and off with a touch. */
export function Chip({ label, hint, isOn, onPress }: Props) {
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={isOn}
      title={hint}
      onClick={() => onPress(!isOn)}
    >
      <span class="chip-mark" aria-hidden="true">
        {isOn ? '✓' : '+'}
      </span>
      {label}
    </button>
  );
}
