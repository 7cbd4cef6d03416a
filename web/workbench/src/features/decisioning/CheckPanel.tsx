import type { UseQueryResult } from '@tanstack/react-query';
import { automationModelLabels, settingStateLabels, type AutomationSetting, type SettingSurroundings } from '@tongban/server/src/modules/decisioning/contract.ts';
import { Link } from 'react-router';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Panel } from '../../shared/page/Page.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text } from './text.ts';

const words = text.setting;

/** What keeps the setting from being switched on, each with how to mend it. */
export function CheckPanel({ check, unsaved, ready }: { check: UseQueryResult<SettingSurroundings>; unsaved: boolean; ready: boolean }) {
  return (
    <Panel title={words.check} extra={check.data ? <span className={check.data.findings.length > 0 ? 'automation-finding' : 'muted'}>{check.data.findings.length > 0 ? words.obstacles(check.data.findings.length) : ''}</span> : null}>
      <QueryState query={check} lines={3}>
        {({ findings, item }) => (
          <>
            {unsaved ? <p className="faint small">{words.checkedOnSave}</p> : null}
            {findings.length === 0 ? <p>{ready ? words.ready : words.sound}</p> : (
              <ul className="automation-findings">
                {findings.map(({ at, code, message, mend }) => <li key={at + code}><p>{message}</p><p className="muted small">{mend}</p></li>)}
              </ul>
            )}
            {item && item.steps.length > 0 ? <p className="faint small">{words.process}：{item.steps.join(' → ')}</p> : null}
          </>
        )}
      </QueryState>
    </Panel>
  );
}

/** Versions of the setting with who wrote and who switched them on. */
export function HistoryPanel({ setting }: { setting: AutomationSetting }) {
  return (
    <Panel title={words.history}>
      <ol className="automation-history">
        {setting.history.map((version) => (
          <li key={version.id}>
            <p>
              {version.id === setting.id ? <strong>{words.version(version.number)}</strong> : <Link to={links.automationSetting(version.id)}>{words.version(version.number)}</Link>}
              {'　'}{automationModelLabels[version.model]}　<Tag>{settingStateLabels[version.state]}</Tag>
            </p>
            <p className="faint small">{words.edited(version.edited.name, formatMoment(version.edited.at))}{version.activated ? `　${words.activatedBy(version.activated.name, formatMoment(version.activated.at))}` : ''}</p>
            {version.note ? <p className="muted small">{version.note}</p> : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
