import type { DocumentBlock } from '@tongban/server/src/modules/templates/contract.ts';
import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Dropdown, Tooltip } from 'antd';
import { blockTypes, entriesAt, insertAt, moveAt, newBlock, removeAt, setAt, type BlockType } from '../model/edit-content.ts';
import { text } from '../text.ts';
import { BlockFields, ParagraphStyle } from './BlockFields.tsx';
import { useEditing } from './editing.ts';

const words = text.editor;
const most = 80;

interface BlockListProps {
  /** `blocks`, `closing`, or the inner blocks of a condition. */
  path: string;
  name: string;
  when?: readonly string[];
}

/** The blocks of a part, from top to bottom, each with what can be done with it. */
export function BlockList({ path, name, when = [] }: BlockListProps) {
  const { content, disabled, change } = useEditing();
  const blocks = entriesAt(content, path) as readonly DocumentBlock[];
  const insert = (index: number, block: DocumentBlock) => {
    change(insertAt(content, path, index, block), `${path} insert`);
    focusBlock(`${path}.${index}`);
  };
  return (
    <div className="block-list" role="group" aria-label={name}>
      {blocks.length === 0 ? <p className="faint small">{words.first}</p> : null}
      {blocks.map((block, index) => (
        <BlockCard key={index} path={path} index={index} block={block} count={blocks.length} when={when} onInsert={insert} />
      ))}
      {disabled || blocks.length >= most ? null : <AddBlock name={name} inside={when.length > 0} onAdd={(block) => insert(blocks.length, block)} />}
    </div>
  );
}

/** Puts the cursor into a block once it is there. */
function focusBlock(path: string): void {
  requestAnimationFrame(() => {
    const block = document.getElementById(`block-${path}`);
    (block?.querySelector<HTMLElement>('[role=textbox]') ?? block?.querySelector('input'))?.focus();
  });
}

interface BlockCardProps { path: string; index: number; block: DocumentBlock; count: number; when: readonly string[]; onInsert: (index: number, block: DocumentBlock) => void }

function BlockCard({ path, index, block, count, when, onInsert }: BlockCardProps) {
  const { content, disabled, problems, change } = useEditing();
  const at = `${path}.${index}`;
  const name = words.block(words.types[block.type === 'paragraph' && block.bold === true ? 'heading' : block.type], index + 1);
  const wrong = problems.some((one) => one.severity === 'error' && one.path?.startsWith(`${at}.`) === true);
  const move = (step: number) => {
    change(moveAt(content, path, index, step), `${path} move`);
    focusBlock(`${path}.${index + step}`);
  };
  const keys = (event: React.KeyboardEvent) => {
    if (disabled || !event.altKey || event.defaultPrevented) return;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      event.stopPropagation();
      const step = event.key === 'ArrowUp' ? -1 : 1;
      if (index + step >= 0 && index + step < count) move(step);
    }
  };
  const remove = () => {
    change(removeAt(content, path, index), `${path} remove`);
    focusBlock(`${path}.${Math.max(0, index - 1)}`);
  };
  return (
    <section id={`block-${at}`} className={wrong ? 'block-card is-wrong' : 'block-card'} aria-label={name} onKeyDown={keys}>
      <header>
        <span><span className="block-card__type">{name}</span>{block.type === 'paragraph' ? <ParagraphStyle path={at} block={block} name={name} /> : null}</span>
        {disabled ? null : (
          <span className="block-card__tools">
            <Tool label={`${words.up}：${name}`} title={`${words.up} Alt+↑`} icon={<ArrowUpOutlined />} disabled={index === 0} onPress={() => move(-1)} />
            <Tool label={`${words.down}：${name}`} title={`${words.down} Alt+↓`} icon={<ArrowDownOutlined />} disabled={index === count - 1} onPress={() => move(1)} />
            <Tool label={`${words.copy}：${name}`} title={words.copy} icon={<CopyOutlined />} onPress={() => onInsert(index + 1, block)} />
            <Tool label={`${words.remove}：${name}`} title={words.remove} icon={<DeleteOutlined />} onPress={remove} />
          </span>
        )}
      </header>
      <BlockFields
        path={at} block={block} when={when} inner={block.type === 'when' ? <BlockList path={`${at}.blocks`} name={words.types.when} when={[...when, block.present]} /> : null}
        onEnter={block.type === 'paragraph' ? (before, after) => {
          change(insertAt(setAt(content, `${at}.text`, before), path, index + 1, { ...block, text: after }), `${path} split`);
          focusBlock(`${path}.${index + 1}`);
        } : undefined}
      />
    </section>
  );
}

function Tool({ label, title, icon, disabled = false, onPress }: { label: string; title: string; icon: React.ReactNode; disabled?: boolean; onPress: () => void }) {
  return <Tooltip title={title} mouseEnterDelay={0.6}><Button size="small" type="text" aria-label={label} icon={icon} disabled={disabled} onClick={onPress} /></Tooltip>;
}

function AddBlock({ name, inside, onAdd }: { name: string; inside: boolean; onAdd: (block: DocumentBlock) => void }) {
  const { vocabulary } = useEditing();
  // A condition holds no further one; lists need a list that this kind of document has.
  const offered = blockTypes.filter((type) => !(inside && type === 'when') && !((type === 'list' || type === 'table') && vocabulary.lists.length === 0));
  return (
    <Dropdown trigger={['click']} menu={{ items: offered.map((type) => ({ key: type, label: words.types[type] })), onClick: ({ key }) => onAdd(newBlock(key as BlockType, vocabulary)) }}>
      <Button size="small" type="dashed" aria-label={words.addTo(name)}>{`+ ${words.add}`}</Button>
    </Dropdown>
  );
}
