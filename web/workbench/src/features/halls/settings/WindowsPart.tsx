import { Button, Input, Select } from 'antd';
import { Panel } from '../../../shared/page/Page.tsx';
import { text } from '../text.ts';
import { changed, withoutWindow, withWindow, type PartProps } from './draft.ts';
import { Part } from './Part.tsx';

const words = text.settings;

/** Windows: their number, their zone, the queues they serve. */
export function WindowsPart({ draft, change }: PartProps) {
  return (
    <Panel title={words.tabs.windows} extra={<Button size="small" disabled={draft.zones.length === 0} onClick={() => change(withWindow(draft))}>{words.addWindow}</Button>}>
      <ul className="hall-parts">
        {draft.windows.length === 0 ? null : <li className="hall-window hall-parts__titles" aria-hidden="true"><span>{words.windowNumber}</span><span>{words.windowName}</span><span>{words.zone}</span><span>{words.windowQueues}</span></li>}
        {draft.windows.map((window) => (
          <li key={window.id} className="hall-window">
            <Part label={words.windowNumber}><Input aria-label={words.windowNumber} value={window.number} maxLength={8} onChange={({ target }) => change({ windows: changed(draft.windows, window.id, { number: target.value.replace(/[^0-9A-Za-z-]/g, '') }) })} /></Part>
            <Part label={words.windowName}><Input aria-label={words.windowName} value={window.name} maxLength={60} onChange={({ target }) => change({ windows: changed(draft.windows, window.id, { name: target.value }) })} /></Part>
            <Part label={words.zone}><Select aria-label={words.zone} value={window.zoneId} options={draft.zones.map(({ id, name }) => ({ value: id, label: name }))} onChange={(zoneId: string) => change({ windows: changed(draft.windows, window.id, { zoneId }) })} /></Part>
            <Part label={words.windowQueues}>
              <Select<string[]>
                mode="multiple" aria-label={words.windowQueues} placeholder={words.windowQueues} value={window.queues.map(({ queueId }) => queueId)}
                options={draft.queues.filter(({ id, zoneId }) => zoneId === window.zoneId || window.queues.some(({ queueId }) => queueId === id)).map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(ids) => change({ windows: changed(draft.windows, window.id, { queues: ids.map((queueId) => window.queues.find((one) => one.queueId === queueId) ?? { queueId, rank: 0 }) }) })}
              />
            </Part>
            <Button type="link" onClick={() => change(withoutWindow(draft, window.id))}>{words.remove}</Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
