import { createConfig } from './packages/lint-config/eslint-config.mjs';

export default createConfig();
