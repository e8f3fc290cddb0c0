import type { RefObject } from 'preact';

/** The browser's choice of a JSON file. Seen by nobody: a button of its own clicks on it. */
export function FileInput(props: {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly onFile: (file: File) => void;
}) {
  return (
    <input
      ref={props.input}
      type="file"
      accept="application/json,.json"
      hidden
      aria-label={props.label}
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        if (file !== undefined) props.onFile(file);
        // So that the same file can be chosen again.
        currentTarget.value = '';
      }}
    />
  );
}
