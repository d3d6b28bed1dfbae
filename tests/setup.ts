/** Comes before each test file; what it loads is loaded once for all that share it. */
import './equal-bytes.ts';
import './loading.ts';
