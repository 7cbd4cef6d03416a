import { pathOfPoint } from '@tongban/server/src/modules/catalog/contract.ts';
import type { PointAnswer } from '@tongban/server/src/modules/decisioning/contract.ts';
import { Input, Select } from 'antd';
import { clearable } from '../../shared/form/clearable.tsx';
import { Panel } from '../../shared/page/Page.tsx';
import { Tag } from '../../shared/case/tags.tsx';
import type { PartProps } from './setting-part.ts';
import { text } from './text.ts';

const words = text.setting;

/** By what each review point is found to hold when nobody looks. */
export function PointsPanel({ content, surroundings, disabled, onContent }: PartProps) {
  const points = surroundings?.item?.points ?? [];
  const results = surroundings?.rules?.decisions ?? [];
  const set = (at: string, answer: PointAnswer | undefined) =>
    onContent({ points: [...content.points.filter((one) => pathOfPoint(one.materialKey, one.pointKey) !== at), ...(answer ? [answer] : [])] });
  return (
    <Panel title={words.points}>
      <p className="faint small">{points.length === 0 ? words.noPoints : words.pointsHint}</p>
      <div className="automation-rows">
        {points.map(({ materialKey, place, pointKey, text: point, stage }) => {
          const at = pathOfPoint(materialKey, pointKey);
          const answer = content.points.find((one) => pathOfPoint(one.materialKey, one.pointKey) === at);
          const change = (next: Partial<PointAnswer>) => { if (answer) set(at, { ...answer, ...next }); };
          const values = results.find(({ name }) => name === answer?.decision)?.results ?? [];
          const label = `${place} ${point}`;
          return (
            <div key={at} className="automation-row">
              <span><Tag>{words.stages[stage]}</Tag> {point}<br /><span className="faint small">{materialKey === undefined ? words.pointCondition(place) : place}</span></span>
              <div className="automation-row__controls">
                <Select
                  aria-label={label} value={answer?.by ?? null} placeholder={words.open} disabled={disabled} allowClear={clearable} options={(['rule', 'covered'] as const).map((one) => ({ value: one, label: words.by[one] }))}
                  onChange={(by: PointAnswer['by'] | undefined) => set(at, by ? { ...(materialKey === undefined ? {} : { materialKey }), pointKey, by, ...(by === 'rule' ? content.conclusion : {}) } : undefined)}
                />
                {answer?.by === 'covered' ? <Input aria-label={`${label} ${words.pointReason}`} placeholder={words.pointReason} maxLength={200} value={answer.reason ?? ''} disabled={disabled} onChange={({ target }) => change({ reason: target.value })} /> : null}
                {answer?.by === 'rule' ? (
                  <>
                    <Select aria-label={`${label} ${words.rules}`} value={answer.decision || null} placeholder={words.choose} disabled={disabled} options={results.map(({ name }) => ({ value: name, label: name }))} onChange={(decision: string) => change({ decision, value: '' })} />
                    <Select aria-label={`${label} ${words.conclusionIs}`} value={answer.value || null} placeholder={words.conclusionIs} disabled={disabled} options={values.map((one) => ({ value: one, label: one }))} onChange={(value: string) => change({ value })} />
                  </>
                ) : null}
              </div>
              {(surroundings?.findings ?? []).filter((finding) => finding.at === at).map(({ code, message }) => <p key={code} className="automation-finding">{message}</p>)}
            </div>
          );
        })}
      </div>
    </Panel>
  );
}
