import { FullscreenOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import type { Questionnaire } from '@tongban/server/src/modules/catalog/contract.ts';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { text } from '../text.ts';
import { isEnd, type Flow, type FlowNode } from './flow.ts';
import { curve, placeFlow } from './layout.ts';
import { Ending, QuestionCard } from './QuestionCard.tsx';
import { placeName, type Selection } from './selection.ts';
import type { FlowCommands } from './use-guided.ts';
import { useConnecting } from './use-connecting.ts';
import { useZoom } from './use-zoom.ts';

const words = text.guiding;

interface FlowCanvasProps {
  questionnaire: Questionnaire;
  flow: Flow;
  selected: Selection | undefined;
  onSelect: (selection: Selection) => void;
  readOnly: boolean;
  commands: FlowCommands;
  faulty: (selection: Selection) => boolean;
  /** Nodes on the way of the walked answers, with the chosen option. */
  walked: ReadonlyMap<number, string | undefined>;
}

/** The questions as a picture: changed in place, connected by dragging, gone through with the keys (GDE-01). */
export function FlowCanvas({ questionnaire, flow, selected, onSelect, readOnly, commands, faulty, walked }: FlowCanvasProps) {
  const { questions, situations } = questionnaire;
  const layout = useMemo(() => placeFlow(questionnaire, flow), [questionnaire, flow]);
  const box = useRef<HTMLDivElement>(null);
  const { zoom, zoomBy, fit } = useZoom(box, layout);
  const [editing, setEditing] = useState<string>();
  const { line, startDrag } = useConnecting(box, zoom, commands.connect);
  const place = selected && placeName(selected);
  useEffect(() => {
    if (place === undefined) return;
    const element = box.current?.querySelector<HTMLElement>(`[data-place="${place}"]`);
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (element && box.current?.contains(document.activeElement)) element.focus({ preventScroll: true });
  }, [place, layout]);
  const edit = (selection: Selection) => setEditing(placeName(selection));
  const reword = (selection: Selection, next: string | undefined) => {
    setEditing(undefined);
    if (next !== undefined) commands.reword(selection, next);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-place="${placeName(selection)}"]`)?.focus());
  };
  function onKeys(event: KeyboardEvent): void {
    if (!selected) return;
    const act = event.altKey ? (readOnly ? undefined : commands.keys(event.key, event.code, selected)) : movement(event.key, selected, flow, questionnaire, onSelect);
    const enters = !event.altKey && !readOnly && (event.key === 'Enter' || event.key === 'F2') && (selected.kind === 'question' || selected.kind === 'option');
    if (!act && !enters) return;
    event.preventDefault();
    if (enters) edit(selected);
    else act?.();
  }
  const inOrder = layout.cards.toSorted((one, other) => one.x - other.x || one.y - other.y).flatMap(({ id }) => flow.nodes.get(id) ?? []);
  const places = (key: string) => inOrder.filter(({ question }) => question === key);
  return (
    <div className="flow">
      <div className="flow__tools">
        <Button size="small" icon={<MinusOutlined />} aria-label={words.zoomOut} onClick={() => zoomBy(0.8)} />
        <span className="flow__zoom number">{words.zoom(Math.round(zoom * 100))}</span>
        <Button size="small" icon={<PlusOutlined />} aria-label={words.zoomIn} onClick={() => zoomBy(1.25)} />
        <Button size="small" icon={<FullscreenOutlined />} onClick={fit}>{words.fit}</Button>
      </div>
      <div className="flow__box" ref={box} role="application" aria-label={words.canvas} onKeyDown={onKeys}>
        <div className="flow__sizer" style={{ width: layout.width * zoom, height: layout.height * zoom }}>
          <div className="flow__sheet" style={{ width: layout.width, height: layout.height, transform: `scale(${zoom})` }}>
            <svg className="flow__lines" width={layout.width} height={layout.height} aria-hidden="true">
              <defs>
                <marker id="flow-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 L8 4 L0 8 Z" fill="context-stroke" /></marker>
              </defs>
              {layout.lines.map(({ from, option, to, path }) => (
                <path key={`${from} ${option ?? ''} ${to}`} d={path} markerEnd="url(#flow-arrow)" className={lineState(from, option, to, selected, walked)} />
              ))}
              {line ? <path d={curve(line.x1, line.y1, line.x2, line.y2)} className="is-drawn" /> : null}
            </svg>
            <div className="flow__start">
              <button
                type="button" className={selected?.kind === 'start' ? 'flow-start is-chosen' : 'flow-start'} data-place="start" tabIndex={selected === undefined || selected.kind === 'start' ? 0 : -1}
                onClick={() => onSelect({ kind: 'start' })} onFocus={() => onSelect({ kind: 'start' })}
              >
                {words.start}
              </button>
              <Ending target={flow.root} situations={situations} selected={selected} onSelect={onSelect} />
            </div>
            {layout.cards.map((card) => {
              const node = flow.nodes.get(card.id);
              const question = questions.find(({ key }) => key === node?.question);
              if (!node || !question) return null;
              const same = places(node.question);
              return (
                <QuestionCard
                  key={`${node.question} ${same.indexOf(node)}`} card={card} node={node} question={question} number={questions.indexOf(question) + 1} place={{ at: same.indexOf(node) + 1, of: same.length }}
                  situations={situations} selected={selected} walked={{ passed: walked.has(card.id), option: walked.get(card.id) }} faulty={faulty} editing={editing} readOnly={readOnly}
                  onSelect={onSelect} onEdit={edit} onReword={reword} onDrag={startDrag}
                />
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}

function lineState(from: number | 'root', option: string | undefined, to: number, selected: Selection | undefined, walked: ReadonlyMap<number, string | undefined>): string {
  const onWalk = from === 'root' ? walked.size > 0 : walked.has(from) && walked.has(to) && (option === undefined || walked.get(from) === option);
  const near = selected !== undefined && 'node' in selected && (selected.node === to || (selected.node === from && (selected.kind === 'question' || option === undefined || selected.option === option)));
  return onWalk ? 'is-walked' : near ? 'is-near' : '';
}

/** Where an arrow key goes from a place. */
function movement(key: string, selected: Selection, flow: Flow, { questions }: Questionnaire, onSelect: (selection: Selection) => void): (() => void) | undefined {
  const to = nextPlace(key, selected, flow, questions);
  return to && (() => onSelect(to));
}

function nextPlace(key: string, selected: Selection, flow: Flow, questions: Questionnaire['questions']): Selection | undefined {
  const head = (id: number): Selection => ({ kind: 'question', key: flow.nodes.get(id)?.question ?? '', node: id });
  if (key === 'Home') return { kind: 'start' };
  if (selected.kind === 'start') return (key === 'ArrowDown' || key === 'ArrowRight') && !isEnd(flow.root) ? head(flow.root) : undefined;
  if (selected.kind !== 'question' && selected.kind !== 'option') return undefined;
  const node = selected.node === undefined ? undefined : flow.nodes.get(selected.node);
  if (!node) return undefined;
  const options = questions.find((question) => question.key === node.question)?.options.map((option) => option.key) ?? [];
  const at = selected.kind === 'option' ? options.indexOf(selected.option) : -1;
  const option = (index: number): Selection | undefined => (options[index] === undefined ? undefined : { kind: 'option', key: node.question, option: options[index], node: node.id });
  switch (key) {
    case 'ArrowDown': return option(at + 1) ?? headOf(onlyTarget(node), head);
    case 'ArrowUp': return at > 0 ? option(at - 1) : at === 0 ? head(node.id) : comesFrom(flow, node.id);
    case 'ArrowRight': return at === -1 ? option(0) : headOf(node.edges.get(options[at] ?? ''), head);
    case 'ArrowLeft': return comesFrom(flow, node.id);
    default: return undefined;
  }
}

function headOf(target: number | readonly string[] | undefined, head: (id: number) => Selection): Selection | undefined {
  return target === undefined || isEnd(target) ? undefined : head(target);
}

function onlyTarget({ edges }: FlowNode): number | undefined {
  const targets = new Set(edges.values());
  const [target] = targets;
  return targets.size === 1 && target !== undefined && !isEnd(target) ? target : undefined;
}

function comesFrom(flow: Flow, id: number): Selection {
  for (const node of flow.nodes.values()) {
    for (const [option, target] of node.edges) if (target === id) return { kind: 'option', key: node.question, option, node: node.id };
  }
  return { kind: 'start' };
}
