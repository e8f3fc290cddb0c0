import { faultAt, useEditing } from './editor-context.ts';

/** What is wrong with something that is not a single control, at any of the paths given. */
export function FaultText({ paths }: { paths: readonly string[] }) {
  const editing = useEditing();
  const found = [...new Set(paths)].flatMap((path) => {
    const words = faultAt(editing, path);
    return words === undefined ? [] : [{ path, words }];
  });
  return found.map(({ path, words }) => (
    <p key={path} class="error" data-fault={path} tabIndex={-1}>
      {words}
    </p>
  ));
}
