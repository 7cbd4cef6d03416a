import { useQueryClient } from '@tanstack/react-query';
import { editSetting, getSetting, listAutomation, type AutomationModel, type AutomationSetting, type SettingContent } from '@tongban/server/src/modules/decisioning/contract.ts';
import { App } from 'antd';
import { useTyped } from '../../shared/typed/use-typed.ts';
import { useUnsaved } from '../../shared/typed/use-unsaved.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

/** What of a setting is edited. */
export interface SettingValue { model: AutomationModel; note: string; content: SettingContent }

/** A setting being edited: what is typed survives a closed page until it is saved. */
export function useSettingDraft(setting: AutomationSetting) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const stored: SettingValue = { model: setting.model, note: setting.note, content: setting.content };
  const [value, setValue, forget] = useTyped<SettingValue>(`automation.setting.${setting.id}.${setting.revision}`, stored);
  const action = useAction(editSetting);
  const unsaved = useUnsaved(value, stored);
  const reload = () => {
    forget();
    void client.invalidateQueries({ queryKey: [getSetting.id, setting.id] });
  };
  return {
    value, unsaved, reload, busy: action.busy, problem: action.problem,
    change: (change: Partial<SettingValue>) => setValue((before) => ({ ...before, ...change })),
    /** Saves what is typed, or what it becomes by a choice that the rest of the page waits for. */
    save: (next: SettingValue = value) => {
      void action.run({ params: { settingId: setting.id }, body: { revision: setting.revision, ...next } }, (saved) => {
        forget();
        void message.success(text.setting.saved);
        client.setQueryData([getSetting.id, setting.id], saved);
        void client.invalidateQueries({ queryKey: [listAutomation.id] });
      });
    },
  };
}
