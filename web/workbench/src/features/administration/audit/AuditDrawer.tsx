import type { AuditEntry } from '@tongban/server/src/kernel/access/contract.ts';
import { Button, Drawer, Space } from 'antd';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { Facts } from '../../../shared/page/Page.tsx';
import { actorKindName, channelName, entryName, objectName } from '../names.ts';
import { text } from '../text.ts';

interface AuditDrawerProps {
  entry: AuditEntry | undefined;
  onClose: () => void;
  onNarrow: (change: { actorId?: string; objectType?: string; objectId?: string }) => void;
}

const words = text.audit.detail;

/** Everything that one entry keeps. */
export function AuditDrawer({ entry, onClose, onNarrow }: AuditDrawerProps) {
  return (
    <Drawer open={entry !== undefined} title={words.title} size={560} onClose={onClose} destroyOnHidden>
      {entry ? (
        <>
          <Facts items={[
            { label: words.at, value: formatDateTime(entry.at) },
            { label: words.actor, value: `${entry.actor.name}（${actorKindName(entry.actor.kind)}）` },
            ...(entry.actingFor ? [{ label: words.actingFor, value: entry.actingFor }] : []),
            { label: words.action, value: <>{entryName(entry)} <span className="faint code">{entry.action}</span></> },
            { label: words.object, value: <>{objectName(entry.objectType)} <span className="code">{entry.objectId}</span></> },
            ...(entry.purpose ? [{ label: words.purpose, value: entry.purpose }] : []),
            { label: words.result, value: text.audit.results[entry.result] ?? entry.result },
            { label: words.channel, value: channelName(entry.channel) },
            { label: words.ip, value: <span className="code">{entry.ip}</span> },
            { label: words.trace, value: <span className="code">{entry.traceId}</span> },
            { label: words.sequence, value: entry.sequence ?? words.pending },
          ]}
          />
          <h3 className="section-title audit__content-title">{words.content}</h3>
          <pre className="audit__content code">{pretty(entry.detail)}</pre>
          <Space>
            <Button onClick={() => onNarrow({ objectType: entry.objectType, objectId: entry.objectId })}>{words.sameObject}</Button>
            <Button onClick={() => onNarrow({ actorId: entry.actor.id })}>{words.sameActor}</Button>
          </Space>
        </>
      ) : null}
    </Drawer>
  );
}

/** JSON on lines of its own; anything else as it is. */
function pretty(detail: string): string {
  try {
    return JSON.stringify(JSON.parse(detail), null, 2);
  } catch {
    return detail;
  }
}
