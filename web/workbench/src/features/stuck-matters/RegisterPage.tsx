import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { listMatters, listReasons, matterChannelLabels, mostMatterFiles, registerMatter, type RegisterInput } from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { App, Button, Form, Input, Radio, Select } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { FileUploads, type KeptFile } from '../../shared/files/FileUploads.tsx';
import { useUploads } from '../../shared/files/use-uploads.ts';
import { useMissing } from '../../shared/form/use-missing.ts';
import { PrimaryButton } from '../../shared/keyboard/PrimaryButton.tsx';
import { links } from '../../shared/links.ts';
import { Page, Panel } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { RegionPicker } from '../../shared/RegionPicker.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useAction } from '../../shared/use-action.ts';
import { ItemPicker } from '../../shared/items/ItemPicker.tsx';
import { text } from './text.ts';
import './stuck-matters.css';

const words = text.registering;
const channels = ['window', 'phone'] as const;

interface Typed {
  channel: RegisterInput['channel']; name: string; mobile: string; content: string; reasonCode?: string | undefined; caseNumber: string; itemId?: string | undefined; itemName?: string | undefined; regionCode?: string | undefined; files: readonly KeptFile[];
}

/** Writes down what somebody tells at the window or on the phone. */
export function RegisterPage() {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const reasons = useQuery({ queryKey: [listReasons.id], queryFn: () => api.call(listReasons, {}) });
  const [typed, setTyped, forget] = useTyped<Typed>('stuck-matter.register', { channel: 'window', name: '', mobile: '', content: '', caseNumber: '', files: [] });
  const change = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }));
  const uploads = useUploads();
  const { run, busy, problem } = useAction(registerMatter);
  const missing = useMissing({
    'matter-name': typed.name.trim() === '' && sharedText.missing.write(words.name), 'matter-mobile': typed.mobile.trim() === '' && sharedText.missing.write(words.mobile),
    'matter-reason': typed.reasonCode === undefined && sharedText.missing.choose(words.reason), 'matter-content': typed.content.trim().length < 10 && sharedText.missing.atLeast(text.subject, 10),
    'matter-files': uploads.lack('matter-files'),
  });
  const send = () => {
    if (!missing.check() || typed.reasonCode === undefined) return;
    const { channel, name, mobile, content, reasonCode, caseNumber, itemId, regionCode, files } = typed;
    const body: RegisterInput = {
      channel, name: name.trim(), mobile: mobile.trim(), content: content.trim(), reasonCode, ...(caseNumber.trim() ? { caseNumber: caseNumber.trim() } : {}), ...(itemId ? { itemId } : {}), ...(regionCode ? { regionCode } : {}),
      ...(files.length > 0 ? { fileIds: files.map(({ id }) => id) } : {}),
    };
    void run({ body }, (matter) => {
      forget();
      void message.success(words.done(matter.number));
      void client.invalidateQueries({ queryKey: [listMatters.id] });
      void navigate(links.stuckMatter(matter.id), { replace: true });
    });
  };
  return (
    <Page title={text.register} actions={<Button icon={<ArrowLeftOutlined />} onClick={() => { void navigate(links.stuckMatters()); }}>{text.back}</Button>}>
      <Panel>
        <p className="muted" style={{ marginBottom: '0.75rem' }}>{words.lead}</p>
        <ProblemAlert problem={problem} labels={{ name: words.name, mobile: words.mobile, content: words.content, reasonCode: words.reason, caseNumber: words.case, itemId: words.item, regionCode: words.region }} />
        <Form layout="vertical" style={{ maxWidth: '46rem' }}>
          <Form.Item label={words.channel}>
            <Radio.Group value={typed.channel} options={channels.map((one) => ({ value: one, label: matterChannelLabels[one] }))} onChange={(event) => change({ channel: channels.find((one) => one === event.target.value) ?? 'window' })} />
          </Form.Item>
          <div className="matter-form__row">
            <Form.Item label={words.name} htmlFor="matter-name" required {...missing.item('matter-name')}><Input id="matter-name" maxLength={100} autoComplete="off" value={typed.name} onChange={({ target }) => change({ name: target.value })} /></Form.Item>
            <Form.Item label={words.mobile} htmlFor="matter-mobile" required {...missing.item('matter-mobile')}><Input id="matter-mobile" maxLength={30} inputMode="tel" autoComplete="off" value={typed.mobile} onChange={({ target }) => change({ mobile: target.value })} /></Form.Item>
          </div>
          <Form.Item label={words.reason} htmlFor="matter-reason" required {...missing.item('matter-reason')}>
            <Select
              id="matter-reason" {...(typed.reasonCode === undefined ? {} : { value: typed.reasonCode })} loading={reasons.isPending} options={(reasons.data?.items ?? []).filter(({ active }) => active).map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(reasonCode: string) => change({ reasonCode })}
            />
          </Form.Item>
          <Form.Item label={words.content} htmlFor="matter-content" required extra={words.contentHint} {...missing.item('matter-content')}>
            <Input.TextArea id="matter-content" rows={5} maxLength={2000} showCount value={typed.content} onChange={({ target }) => change({ content: target.value })} />
          </Form.Item>
          <Form.Item label={words.files} htmlFor="matter-files" extra={words.filesHint} {...missing.item('matter-files')}>
            <FileUploads id="matter-files" label={words.files} scans={words.files} files={typed.files} maxFiles={mostMatterFiles} uploads={uploads} onChange={(kept) => change({ files: kept })} />
          </Form.Item>
          <div className="matter-form__row">
            <Form.Item label={words.case} htmlFor="matter-case" extra={words.caseHint}><Input id="matter-case" maxLength={60} className="number" value={typed.caseNumber} onChange={({ target }) => change({ caseNumber: target.value })} /></Form.Item>
            <Form.Item label={words.item} htmlFor="matter-item" extra={words.itemHint}><ItemPicker id="matter-item" value={typed.itemId} name={typed.itemName} onChange={(item) => change({ itemId: item?.id, itemName: item?.name })} /></Form.Item>
          </div>
          <Form.Item label={words.region} htmlFor="matter-region" extra={words.regionHint}><RegionPicker id="matter-region" value={typed.regionCode} placeholder={words.region} onChange={(regionCode) => change({ regionCode })} /></Form.Item>
          <PrimaryButton loading={busy} onPress={send}>{words.submit}</PrimaryButton>
        </Form>
      </Panel>
    </Page>
  );
}
