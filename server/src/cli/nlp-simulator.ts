import { runSimulator } from '../kernel/engines/index.ts';
import { createNlpSimulator } from '../modules/intelligence/index.ts';

/** `node scripts/run.mjs nlp-simulator [--port 8094]`: a language engine that understands a few phrases. */
void runSimulator({ name: '自然语言模拟器', port: '8094', hint: '以 NLP_ENGINE_URL 指向它', make: () => createNlpSimulator() });
