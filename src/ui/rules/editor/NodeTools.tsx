import { Icon } from '../../shell/Icon.tsx';
import type { IconName } from '../../shell/Icon.tsx';
import { partText } from '../../text/text.ts';
import { isGroup } from './draft.ts';
import type { NodeDraft } from './draft.ts';
import { useEditing } from './editor-context.ts';
import { addButtonOf, firstControlOf, toolOf } from './focus.ts';
import { newKey } from './new-draft.ts';
import { duplicateNode, moveNode, placeOf, removeNode, unwrapNode, wrapNode } from './tree.ts';

type Tool = 'up' | 'down' | 'duplicate' | 'wrap' | 'unwrap' | 'remove';

const ICONS: Readonly<Record<Tool, IconName>> = {
  up: 'arrowUp',
  down: 'arrowDown',
  duplicate: 'copy',
  wrap: 'wrap',
  unwrap: 'unwrap',
  remove: 'close',
};

/** What can be done with one condition or group. The focus goes to where one would go on. */
export function NodeTools({ node, label }: { node: NodeDraft; label: string }) {
  const { draft, changeRoot } = useEditing();
  const { root } = draft;
  const { key } = node;
  const place = placeOf(root, key);
  const count = place?.group.parts.length ?? 0;
  const index = place?.index ?? 0;
  const isDissolvable = isGroup(node) && (place?.group.kind !== 'not' || node.parts.length === 1);

  const remove = () => {
    const neighbour = place?.group.parts[index + 1] ?? place?.group.parts[index - 1];
    const focus =
      neighbour === undefined
        ? addButtonOf(place?.group.key ?? root.key)
        : firstControlOf(neighbour.key);
    changeRoot(removeNode(root, key), focus);
  };
  const duplicate = () => {
    const copyKey = newKey();
    changeRoot(duplicateNode(root, key, copyKey), firstControlOf(copyKey));
  };
  const wrap = () => {
    const groupKey = newKey();
    changeRoot(wrapNode(root, key, groupKey), firstControlOf(groupKey));
  };
  const unwrap = () => {
    const first = isGroup(node) ? node.parts[0] : undefined;
    const focus =
      first === undefined ? addButtonOf(place?.group.key ?? root.key) : firstControlOf(first.key);
    changeRoot(unwrapNode(root, key), focus);
  };
  const move = (by: -1 | 1) =>
    changeRoot(moveNode(root, key, by), toolOf(key, by < 0 ? 'up' : 'down'));

  const shared = { label };
  return (
    <div class="node-tools">
      <ToolButton {...shared} tool="up" isOff={index === 0} run={() => move(-1)} />
      <ToolButton {...shared} tool="down" isOff={index >= count - 1} run={() => move(1)} />
      <ToolButton {...shared} tool="duplicate" run={duplicate} />
      {isDissolvable ? (
        <ToolButton {...shared} tool="unwrap" run={unwrap} />
      ) : (
        <ToolButton {...shared} tool="wrap" run={wrap} />
      )}
      <ToolButton {...shared} tool="remove" run={remove} />
    </div>
  );
}

function ToolButton(props: {
  readonly tool: Tool;
  readonly label: string;
  readonly isOff?: boolean;
  readonly run: () => void;
}) {
  const words = partText().editor.conditions;
  const { tool, label, isOff = false, run } = props;
  return (
    <button
      type="button"
      class="icon-button"
      data-tool={tool}
      disabled={isOff}
      aria-label={words.of(words.tools[tool], label)}
      title={words.tools[tool]}
      onClick={run}
    >
      <Icon name={ICONS[tool]} size={14} />
    </button>
  );
}
