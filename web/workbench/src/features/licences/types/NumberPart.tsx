import { fillNumber, lastDayOfYears, licenceTypeBounds, licenceValidities } from '@tongban/server/src/modules/licences/contract.ts';
import { Button, Form, Input, InputNumber, Radio, Select, Tooltip, type InputRef } from 'antd';
import { useRef } from 'react';
import { formatDate, today } from '../../../shared/format/dates.ts';
import { Panel } from '../../../shared/page/Page.tsx';
import { text } from '../text.ts';
import { faultsOf } from './type-content.ts';
import type { PartProps } from './part-props.ts';

const words = text.types.number;
const sequence = /\{sequence:\d\}/;
const widths = [3, 4, 5, 6, 7, 8, 9];

/** How licences are numbered and how long they last, each with an example. */
export function NumberPart({ content, change, missing, disabled }: PartProps) {
  const field = useRef<InputRef>(null);
  const pattern = content.numberPattern;
  const width = Number(sequence.exec(pattern)?.[0].slice(10, 11) ?? 5);
  const fits = !faultsOf(content).some(({ path }) => path === 'numberPattern');
  const insert = (placeholder: string) => {
    const at = field.current?.input?.selectionStart ?? pattern.length;
    change({ numberPattern: `${pattern.slice(0, at)}${placeholder}${pattern.slice(field.current?.input?.selectionEnd ?? at)}` });
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.input?.setSelectionRange(at + placeholder.length, at + placeholder.length);
    });
  };
  const hasYear = pattern.includes('{year}');
  const hasSequence = sequence.test(pattern);
  return (
    <Panel title={words.title}>
      <Form layout="vertical" requiredMark={false} component="div">
        <Form.Item label={words.pattern} htmlFor="type-numberPattern" extra={words.patternHint} {...missing.item('type-numberPattern')}>
          <Input id="type-numberPattern" ref={field} maxLength={licenceTypeBounds.pattern} disabled={disabled} value={pattern} onChange={({ target }) => change({ numberPattern: target.value })} />
        </Form.Item>
        {disabled ? null : (
          <div className="licence-type__insert">
            <Tooltip title={hasYear ? words.hasYear : undefined}><Button size="small" disabled={hasYear} onClick={() => insert('{year}')}>{words.year}</Button></Tooltip>
            <Tooltip title={hasSequence ? words.has : undefined}><Button size="small" disabled={hasSequence} onClick={() => insert('{sequence:5}')}>{words.sequence}</Button></Tooltip>
            {hasSequence ? (
              <label>{words.digits}
                <Select
                  size="small" aria-label={words.digits} value={width} options={[...new Set([width, ...widths])].sort().map((value) => ({ value, label: words.digit(value) }))}
                  onChange={(next: number) => change({ numberPattern: pattern.replace(sequence, `{sequence:${next}}`) })}
                />
              </label>
            ) : null}
          </div>
        )}
        <p className="licence-type__example" role="status">
          <span className="muted">{words.example}（{words.exampleLead}）</span>
          {fits ? <strong className="number">{fillNumber(pattern.trim(), today().slice(0, 4), 1)}</strong> : <span className="faint">{words.exampleNone}</span>}
        </p>
        <Form.Item label={words.validity} {...missing.item('type-validYears')} style={{ marginBottom: 0 }}>
          <div className="licence-type__validity">
            <Radio.Group
              aria-label={words.validity} disabled={disabled} value={content.validity} options={licenceValidities.map((value) => ({ value, label: words.validities[value] }))}
              onChange={({ target }) => change({ validity: licenceValidities.find((one) => one === target.value) ?? 'years' })}
            />
            {content.validity === 'years' ? (
              <InputNumber
                id="type-validYears" aria-label={words.years} min={1} max={licenceTypeBounds.years} precision={0} disabled={disabled} value={content.validYears ?? null} suffix={words.year1}
                onChange={(value) => change({ validYears: value ?? undefined })}
              />
            ) : null}
          </div>
        </Form.Item>
        <p className="faint small">{content.validity === 'decided' ? words.decidedHint : content.validity === 'years' && content.validYears !== undefined ? words.validExample(formatDate(lastDayOfYears(today(), content.validYears))) : ''}</p>
      </Form>
    </Panel>
  );
}
