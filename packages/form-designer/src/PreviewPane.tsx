import { PrinterOutlined } from '@ant-design/icons';
import { type FormAnswers, type FormIssue, validateForm } from '@tongban/form-model';
import { FormRenderer, PaperForm } from '@tongban/form-renderer';
import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';
import type { Designing } from './designing.ts';
import { useDesignerHost } from './properties/host.ts';
import { makeAnswers } from './sample/make-answers.ts';

type Device = 'pc' | 'phone' | 'kiosk' | 'paper';

const DEVICES: readonly { readonly value: Device; readonly label: string }[] = [{ value: 'pc', label: '电脑' }, { value: 'phone', label: '手机' }, { value: 'kiosk', label: '自助终端' }, { value: 'paper', label: '纸面' }];

/** The form as it will be, on every device and on paper, to be tried with answers of one's own or made up (FRM-01). */
export function PreviewPane({ designing, device, onDevice, answers, onAnswers, onSample }: {
  readonly designing: Designing; readonly device: Device; readonly onDevice: (device: Device) => void;
  readonly answers: FormAnswers; readonly onAnswers: (answers: FormAnswers) => void;
  /** Keeps the answers as the example that applicants see; left out where none is kept. */
  readonly onSample?: ((answers: FormAnswers) => void) | undefined;
}) {
  const { definition, problems } = designing;
  const { environment } = useDesignerHost();
  const [issues, setIssues] = useState<readonly FormIssue[]>([]);
  const [checked, setChecked] = useState(0);
  const [said, setSaid] = useState<string>();
  const [turn, setTurn] = useState(0);
  if (problems.length > 0) return <div className="fd-preview"><Alert type="warning" showIcon title={`还有 ${problems.length} 个问题，改好后才能预览。`} description="问题列在设计页的下方，点一下就到它的位置。" /></div>;
  const fill = (): void => {
    const made = makeAnswers(definition, environment, turn);
    onAnswers(made.answers);
    setTurn(turn + 1);
    setIssues([]);
    setSaid(made.issues.length === 0 ? '已填入一组符合全部规则的测试数据。' : `已填入测试数据，还有 ${made.issues.length} 处要自己填：${made.issues.map(({ label }) => label).join('、')}。`);
  };
  const check = (): void => {
    const found = validateForm(definition, answers, { ...environment, mode: 'submit' }).issues;
    setIssues(found);
    setChecked(checked + 1);
    setSaid(found.length === 0 ? '可以提交：全部规则都通过。' : undefined);
  };
  const change = (next: FormAnswers): void => { onAnswers(next); setSaid(undefined); };
  return (
    <div className="fd-preview">
      <div className="fd-preview__bar">
        <Segmented<Device> aria-label="设备" value={device} options={[...DEVICES]} onChange={onDevice} />
        <Button onClick={fill}>{turn === 0 ? '填入测试数据' : '换一组测试数据'}</Button>
        <Button onClick={() => { onAnswers({}); setIssues([]); setSaid(undefined); }}>清空</Button>
        <Button onClick={check}>检查能否提交</Button>
        {onSample === undefined || designing.readOnly ? null : <Button onClick={() => { onSample(validateForm(definition, answers, { ...environment, mode: 'draft' }).value); setSaid('已存为示例样表，申请人填表时看得到。'); }}>存为示例样表</Button>}
        {device === 'paper' ? <Button icon={<PrinterOutlined />} onClick={() => window.print()}>打印</Button> : null}
      </div>
      <p role="status" className="fd-preview__said">{said ?? '在这里填的内容不会保存。'}</p>
      {device === 'paper'
        ? <div className="fd-sheet"><PaperForm definition={definition} answers={answers} environment={environment} /></div>
        : (
          <div className="fd-device" data-device={device}>
            <h3>{definition.title}</h3>
            <FormRenderer definition={definition} answers={answers} onChange={change} issues={issues} submitCount={checked} mode={device === 'phone' ? 'phone' : 'pc'} environment={environment} headingLevel={4} />
          </div>
        )}
    </div>
  );
}
