import { PlusOutlined } from '@ant-design/icons';
import { listSectionFields, placeCells, type Section } from '@tongban/form-model';
import { Button, Dropdown } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { CanvasCell } from './CanvasCell.tsx';
import type { Designing } from './designing.ts';
import { type Dragged, useDropTarget, useDrops } from './dragging.ts';
import { CONTROL_GROUPS } from './edit/controls.ts';
import { isTarget, type Spot, type Target, targetKey } from './edit/edited.ts';
import { addControl, addSection, moveTo } from './edit/edits.ts';
import { isBlank } from './edit/layout.ts';
import { insertPart } from './edit/shared.ts';
import { focusProperties } from './focus.ts';
import { useDesignerHost } from './properties/host.ts';
import { spotAfter } from './spot-after.ts';

/** The form as it is laid out, to be changed by drag or by keys (FRM-01). */
export function Canvas({ designing }: { readonly designing: Designing }) {
  const { definition, selected, select, apply, press, readOnly } = designing;
  const box = useRef<HTMLDivElement>(null);
  useDrops((what: Dragged, spot: Spot) => {
    apply(what.kind === 'control' ? addControl(definition, what.control, spot) : moveTo(definition, what.target, spot), what.kind === 'control' ? 'add' : 'move', true);
  });
  const keys = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['target'] === undefined) return;
    if (press(event) || walk(event, box.current)) event.preventDefault();
  };
  const form: Target = { kind: 'form' };
  return (
    <div className="fd-canvas" ref={box} onKeyDown={keys}>
      <button type="button" className="fd-title" data-target={targetKey(form)} aria-pressed={isTarget(selected, form)} onClick={() => select(form)} onFocus={() => select(form)}>{definition.title}</button>
      {definition.sections.map((section) => <SectionCard key={section.id} section={section} designing={designing} />)}
      {readOnly ? null : <div className="fd-canvas__foot"><Button icon={<PlusOutlined />} onClick={() => apply(addSection(definition), 'add', true)}>加分组</Button> <InsertMenu designing={designing} /> <PartMenu designing={designing} /></div>}
      {readOnly ? null : (
        <p className="fd-keys">
          键盘：方向键选择，Alt+方向键移动，Alt+Shift+↑/↓ 并入上一行或下一行，Delete 删除，Ctrl+D 复制，Ctrl+Z、Ctrl+Y 撤销和重做，回车改属性，Esc 回到字段。
        </p>
      )}
    </div>
  );
}

/** Everything of the palette as a menu, for the keyboard and for narrow screens. */
export function InsertMenu({ designing }: { readonly designing: Designing }) {
  const { definition, selected, apply } = designing;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        className: 'fd-insert',
        items: CONTROL_GROUPS.map(({ label, controls }) => ({ type: 'group' as const, key: label, label, children: controls.map(({ control, label: name, hint }) => ({ key: control, label: name, title: hint })) })),
        onClick: ({ key }) => {
          const info = CONTROL_GROUPS.flatMap(({ controls }) => controls).find(({ control }) => control === key);
          if (info !== undefined) apply(addControl(definition, info.control, spotAfter(definition, selected, info.control)), 'add', true);
        },
      }}
    >
      <Button type="primary" ghost icon={<PlusOutlined />}>插入控件</Button>
    </Dropdown>
  );
}

/** Groups of the shared library, put after the group that is chosen (FRM-04). */
function PartMenu({ designing }: { readonly designing: Designing }) {
  const { library } = useDesignerHost();
  const { definition, selected, apply } = designing;
  if (library === undefined) return null;
  const { parts } = library;
  const items = parts.length === 0
    ? [{ key: '', disabled: true, label: '公共字段库还是空的。选中一个分组，在属性里可以存入。' }]
    : parts.map(({ id, name, section }) => ({ key: id, label: `${name}（${listSectionFields(section).length} 个字段）` }));
  const insert = (key: string): void => {
    const part = parts.find(({ id }) => id === key);
    const spot = spotAfter(definition, selected, 'note');
    if (part !== undefined) apply(insertPart(definition, part, spot.kind === 'column' ? undefined : spot.sectionId), 'add', true);
  };
  return <Dropdown trigger={['click']} menu={{ className: 'fd-insert', items, onClick: ({ key }) => insert(key) }}><Button>从公共字段库插入</Button></Dropdown>;
}

/** Arrow keys go from card to card; Enter goes to the properties. */
function walk({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, box: HTMLElement | null): boolean {
  if (altKey || ctrlKey || metaKey || box === null) return false;
  if (key === 'Enter') {
    focusProperties();
    return true;
  }
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
  if (step === undefined) return false;
  const cards = [...box.querySelectorAll<HTMLElement>('[data-target]')];
  const at = cards.findIndex((card) => card === document.activeElement);
  cards[at + step]?.focus();
  return true;
}

function SectionCard({ section, designing }: { readonly section: Section; readonly designing: Designing }) {
  const { selected, select, readOnly } = designing;
  const target: Target = { kind: 'section', id: section.id };
  const { cells } = placeCells(section);
  return (
    <section className="fd-section" aria-label={section.title ?? '没有标题的分组'}>
      <button type="button" className="fd-section__title" data-target={targetKey(target)} aria-pressed={isTarget(selected, target)} onClick={() => select(target)} onFocus={() => select(target)}>
        {section.title ?? <span className="fd-faint">没有标题的分组</span>}
        {section.visibleWhen === undefined ? null : <span className="fd-mark">有显示条件</span>}
      </button>
      <div className="fd-grid">
        {isBlank(section) ? null : cells.map((placed) => {
          const index = section.rows[placed.row]?.cells.indexOf(placed.cell) ?? 0;
          return <CanvasCell key={placed.cell.kind === 'field' ? placed.cell.field.id : `text ${placed.row} ${index}`} placed={placed} index={index} section={section} designing={designing} />;
        })}
        {readOnly ? null : <EndOfSection section={section} />}
      </div>
    </section>
  );
}

/** The last place of a group, where things are dropped below everything else. */
function EndOfSection({ section }: { readonly section: Section }) {
  const element = useRef<HTMLDivElement>(null);
  const edge = useDropTarget(element, ['top', 'bottom'], () => ({ kind: 'row', sectionId: section.id, row: section.rows.length }));
  return <div ref={element} className="fd-end" data-over={edge !== undefined || undefined}>{isBlank(section) ? '把控件拖到这里，或者用“插入控件”' : '拖到这里放在本组最后'}</div>;
}
