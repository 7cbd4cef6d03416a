import { simulateProcessDraft, type Simulation } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { Alert, Button, Drawer, Input, Space } from 'antd';
import { useEffect, useId, useState } from 'react';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import type { ProcessKeeper } from '../model/process-keeper.ts';
import { readValues } from '../model/values.ts';
import { text } from '../text.ts';
import type { Desk } from './use-desk.ts';

const words = text.walk;
const mostMoves = 200;

/** What a usual case starts with, under the names that the platform gives. */
const usualData = `departments = {acceptance: "d1", lead: "d1", decision: "d1", joint: ["d1", "d2"]}
applicantKind = "person"
situation = "default"
flags = []
projectType = "promise"
channel = "window"`;

interface Move { readonly id: string; readonly variables?: Record<string, unknown> }

/** A case that does not exist, taken step by step through the draft; the way it goes is shown on the diagram (WFL-03). */
export function Walk({ draftId, keeper, desk, onClose }: { draftId: string; keeper: ProcessKeeper; desk: Desk; onClose: () => void }) {
  const id = useId();
  const [data, setData] = useState(usualData);
  const [stepData, setStepData] = useState('');
  const [moves, setMoves] = useState<readonly Move[]>([]);
  const [seen, setSeen] = useState<Simulation>();
  const [fault, setFault] = useState<string>();
  const simulate = useAction(simulateProcessDraft);
  const { drawing } = desk;
  useEffect(() => {
    drawing?.showWalk(seen?.path.map(({ node }) => node) ?? [], seen?.waiting.map(({ node }) => node) ?? []);
    return () => drawing?.showWalk([], []);
  }, [drawing, seen]);
  const go = async (next: readonly Move[]) => {
    const read = readValues(data);
    setFault(read.ok ? undefined : read.message);
    if (!read.ok) return;
    // The server walks through what it has.
    await keeper.flush();
    await simulate.run({ params: { draftId }, body: { variables: { ...read.values }, moves: next.map((move) => ({ ...move })) } }, (answer) => {
      setMoves(next);
      setSeen(answer);
      setStepData('');
    });
  };
  const take = (place: string) => {
    const read = readValues(stepData);
    setFault(read.ok ? undefined : read.message);
    if (read.ok) void go([...moves, Object.keys(read.values).length === 0 ? { id: place } : { id: place, variables: { ...read.values } }]);
  };
  const over = seen === undefined || seen.ended || seen.loop.length > 0 || moves.length >= mostMoves;
  return (
    <Drawer open mask={false} size={400} title={words.title} onClose={onClose}>
      <div className="process-walk">
        <p className="muted small">{words.lead}</p>
        <div className="process-field">
          <label htmlFor={`${id}-data`}>{words.data}</label>
          <Input.TextArea id={`${id}-data`} className="code" value={data} maxLength={5_000} autoSize={{ minRows: 3, maxRows: 8 }} onChange={({ target }) => setData(target.value)} />
          <p className="faint small">{words.dataHelp}</p>
        </div>
        <Space>
          <Button type={seen === undefined ? 'primary' : 'default'} loading={simulate.busy} onClick={() => { void go([]); }}>{seen === undefined ? words.start : words.again}</Button>
          {moves.length > 0 ? <Button onClick={() => { void go(moves.slice(0, -1)); }}>{words.back}</Button> : null}
        </Space>
        {fault === undefined ? null : <Alert type="error" showIcon role="alert" title={fault} />}
        <ProblemAlert problem={simulate.problem} onClose={simulate.clear} />
        {seen === undefined ? null : (
          <>
            {seen.path.length > 0 ? <><b>{words.path}</b><ol>{seen.path.map(({ name, until }, index) => <li key={index}>{name}　<span className="faint small">{words.until(until)}</span></li>)}</ol></> : null}
            {seen.ended ? <Alert type="success" showIcon title={words.ended(seen.workingDays)} /> : null}
            {seen.loop.length > 0 ? <Alert type="warning" showIcon role="alert" title={words.loop(seen.loop.map((name) => `「${name}」`).join(''))} /> : null}
            {moves.length >= mostMoves && !seen.ended ? <Alert type="warning" showIcon title={words.most} /> : null}
            {over ? null : (
              <>
                <b>{words.waiting}</b>
                {seen.waiting.map((place) => (
                  <div key={place.id} className="process-walk__place">
                    <span>{place.name}　<span className="faint small">{words.days(place.workingDays)}</span></span>
                    <Button size="small" type="primary" loading={simulate.busy} aria-label={`${words.kinds[place.kind]}“${place.name}”`} onClick={() => take(place.id)}>{words.kinds[place.kind]}</Button>
                  </div>
                ))}
                <div className="process-field">
                  <label htmlFor={`${id}-step`}>{words.stepData}</label>
                  <Input.TextArea id={`${id}-step`} className="code" value={stepData} maxLength={2_000} autoSize={{ minRows: 1, maxRows: 4 }} onChange={({ target }) => setStepData(target.value)} />
                </div>
              </>
            )}
          </>
        )}
      </div>
    </Drawer>
  );
}
