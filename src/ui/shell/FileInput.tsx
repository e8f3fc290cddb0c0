import type { RefObject } from 'preact';

interface Props {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly onFile: (file: File) => void;
}

/** The browser's choice of a JSON file. Seen by nobody: a button of its own clicks on it. */
export function FileInput({ input, label, onFile }: Props) {
  return (
    <input
      ref={input}
      type="file"
      accept="application/json,.json"
      hidden
      aria-label={label}
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        if (file !== undefined) onFile(file);
        // So that the same file can be chosen again.
        currentTarget.value = '';
      }}
    />
  );
}
