import { Icon } from '../../shell/Icon.tsx';
import { partText } from '../../text/text.ts';
import { Field } from '../Field.tsx';
import { ConditionLeaf } from './ConditionLeaf.tsx';
import { FaultText } from './FaultText.tsx';
import { NodeTools } from './NodeTools.tsx';
import { GROUP_KINDS, isGroup } from './draft.ts';
import type { GroupDraft, GroupKind, NodeDraft } from './draft.ts';
import { faultAt, useEditing } from './editor-context.ts';
import { firstControlOf } from './focus.ts';
import { newGroup, newLeaf } from './new-draft.ts';
import { ROOT_PATH, partPath } from './rule-data.ts';
import { addTo, changeKind, changeWithin } from './tree.ts';

interface Props {
  readonly group: GroupDraft;
  readonly path: string;
  /** What a screen reader calls it, such as `Group 2 of All: Any`. */
  readonly label: string;
}

/** Conditions that belong together, with what they have to do with each other. */
export function ConditionGroup({ group, path, label }: Props) {
  const editing = useEditing();
  const words = partText().editor.conditions;
  const { kind, parts, key } = group;
  const { root } = editing.draft;
  const isRoot = path === ROOT_PATH && key === root.key;
  const groupName = words.kindWords[kind];
  return (
    <div role="group" aria-label={label} class="group" data-node={key} data-kind={kind}>
      <div class="group-head">
        <Field label={words.kind} isLabelHidden error={undefined}>
          {(props) => (
            <select
              {...props}
              class="select"
              value={kind}
              onChange={(event) => {
                const next = kindIn(event.currentTarget.value);
                editing.changeRoot(changeKind(root, key, next), firstControlOf(key));
              }}
            >
              {GROUP_KINDS.map((choice) => (
                <option key={choice} value={choice}>
                  {words.kinds[choice]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {kind === 'sequence' ? <Within group={group} path={path} /> : null}
        {isRoot ? null : <NodeTools node={group} label={label} />}
      </div>
      {parts.length === 0 ? <p class="hint">{words.empty}</p> : null}
      <FaultText
        paths={isRoot && kind === 'all' ? [path, `${path}.all`] : [path, `${path}.${kind}`]}
      />
      <ol class="group-parts">
        {parts.map((part, index) => (
          <li key={part.key}>
            <Part node={part} path={partPath(group, path, index)} place={[index + 1, groupName]} />
          </li>
        ))}
      </ol>
      <div class="group-add">
        <AddButton group={group} label={words.addCondition} create={newLeaf} />
        <AddButton
          group={group}
          label={words.addGroup}
          create={() => newGroup(kind === 'any' ? 'all' : 'any', [newLeaf()])}
        />
      </div>
    </div>
  );
}

function Part(props: {
  readonly node: NodeDraft;
  readonly path: string;
  readonly place: readonly [number, string];
}) {
  const words = partText().editor.conditions;
  const { node, path, place } = props;
  if (!isGroup(node))
    return <ConditionLeaf leaf={node} path={path} label={words.place(...place)} />;
  const label = words.groupPlace(...place, words.kindWords[node.kind]);
  return <ConditionGroup group={node} path={path} label={label} />;
}

function Within({ group, path }: { group: GroupDraft; path: string }) {
  const editing = useEditing();
  const words = partText().editor.conditions;
  return (
    <div class="group-within">
      <span aria-hidden="true">{words.within}</span>
      <Field label={words.withinLabel} isLabelHidden error={faultAt(editing, `${path}.within`)}>
        {(props) => (
          <input
            {...props}
            class="input number"
            inputMode="numeric"
            autocomplete="off"
            value={group.within}
            onInput={(event) =>
              editing.changeRoot(
                changeWithin(editing.draft.root, group.key, event.currentTarget.value),
              )
            }
          />
        )}
      </Field>
      <span aria-hidden="true">{words.withinCandles}</span>
    </div>
  );
}

function AddButton(props: {
  readonly group: GroupDraft;
  readonly label: string;
  readonly create: () => NodeDraft;
}) {
  const editing = useEditing();
  const words = partText().editor.conditions;
  const { group, label, create } = props;
  const add = () => {
    const added = create();
    const focus = firstControlOf(added.key);
    editing.changeRoot(addTo(editing.draft.root, group.key, added), focus);
  };
  return (
    <button
      type="button"
      class="button quiet"
      data-add={group.key}
      // A condition that is not to be so is a single one.
      disabled={group.kind === 'not' && group.parts.length > 0}
      onClick={add}
    >
      <Icon name="plus" size={12} />
      {label}
      <span class="visually-hidden"> {words.addTo(words.kindWords[group.kind])}</span>
    </button>
  );
}

function kindIn(value: string): GroupKind {
  return GROUP_KINDS.find((kind) => kind === value) ?? 'all';
}
