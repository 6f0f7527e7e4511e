// The public map of `clust/unplugin`: tools of documented functions, made by a bundler.

export { clustTools, type ToolsPlugin, type ToolsPluginOptions } from './clust-tools.js';
