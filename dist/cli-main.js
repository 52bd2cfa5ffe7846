import { $ as didYouMean, A as ZodISODateTime, B as number, C as SUITE_METRIC_IDS, D as suiteMetric, E as isSuiteMetric, H as record, I as discriminatedUnion, J as toJSONSchema, K as union, L as int, N as array, O as usualMetric, P as boolean, R as literal$1, S as PRIMARY, T as callsNeeded, U as strictObject, V as object, W as string, X as globalRegistry, Y as _isoDateTime, Z as NEVER, _ as runIn, a as timingStats, at as isSpeed, b as metricSchema, c as gammaln, ct as scaleFor, d as sampleStandardDeviation, dt as unitOf$1, et as nearestNames, f as NO_LIMITS, ft as EXIT, g as reportSchema, h as environmentSchema, i as timingOf, it as LIMIT_EXAMPLES, j as _enum, k as usualMetricIn, l as mean, m as VERDICTS, mt as invariant, n as MAX_MESSAGE, nt as editDistance, o as quantile, ot as isTimed, p as nothingCompared, pt as UserError, q as unknown$2, r as metricValue, rt as nearest, s as incompleteBeta, st as normalUnit, t as MAX_BENCHMARKS, tt as distanceWithin, u as median, ut as unitKind, v as betterSchema, w as USUAL_METRIC_IDS, x as unitSchema, y as metricIdSchema } from "./cli-common.js";
import { a as resultsEvidence, c as readResultFiles, d as understand, f as decode, i as readSides, n as bencherRuns, o as toolsOf, r as IMPORTABLE, t as gabRuns, u as readInput } from "./cli-ingest.js";
import { createRequire } from "node:module";
import { spawn } from "node:child_process";
import path, { basename, dirname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import { constants, copyFileSync, existsSync, linkSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync, rmdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { access, constants as constants$1, copyFile, cp, glob, lstat, mkdir, mkdtemp, open, readFile, readdir, readlink, realpath, rename, rm, rmdir, stat, symlink, writeFile } from "node:fs/promises";
import { stripVTControlCharacters, styleText } from "node:util";
import { createHash, hash, randomBytes } from "node:crypto";
import { setImmediate as setImmediate$1, setTimeout as setTimeout$1 } from "node:timers/promises";
import os, { constants as constants$2, homedir, hostname, tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") {
		for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
			key = keys[i];
			if (!__hasOwnProp.call(to, key) && key !== except) {
				__defProp(to, key, {
					get: ((k) => from[k]).bind(null, key),
					enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
				});
			}
		}
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
var __require = /* #__PURE__ */ (() => createRequire(import.meta.url))();

// node_modules/commander/lib/error.js
var require_error = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* CommanderError class
	*/
	var CommanderError = class extends Error {
		/**
		* Constructs the CommanderError class
		* @param {number} exitCode suggested exit code which could be used with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		*/
		constructor(exitCode, code, message) {
			super(message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
			this.code = code;
			this.exitCode = exitCode;
			this.nestedError = void 0;
		}
	};
	/**
	* InvalidArgumentError class
	*/
	var InvalidArgumentError = class extends CommanderError {
		/**
		* Constructs the InvalidArgumentError class
		* @param {string} [message] explanation of why argument is invalid
		*/
		constructor(message) {
			super(1, "commander.invalidArgument", message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
		}
	};
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
}));

// node_modules/commander/lib/argument.js
var require_argument = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Argument = class {
		/**
		* Initialize a new command argument with the given name and description.
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @param {string} name
		* @param {string} [description]
		*/
		constructor(name, description) {
			this.description = description || "";
			this.variadic = false;
			this.parseArg = void 0;
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.argChoices = void 0;
			switch (name[0]) {
				case "<":
					this.required = true;
					this._name = name.slice(1, -1);
					break;
				case "[":
					this.required = false;
					this._name = name.slice(1, -1);
					break;
				default:
					this.required = true;
					this._name = name;
			}
			if (this._name.endsWith("...")) {
				this.variadic = true;
				this._name = this._name.slice(0, -3);
			}
		}
		/**
		* Return argument name.
		*
		* @return {string}
		*/
		name() {
			return this._name;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Argument}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Set the custom handler for processing CLI command arguments into argument values.
		*
		* @param {Function} [fn]
		* @return {Argument}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Only allow argument value to be one of choices.
		*
		* @param {string[]} values
		* @return {Argument}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Make argument required.
		*
		* @returns {Argument}
		*/
		argRequired() {
			this.required = true;
			return this;
		}
		/**
		* Make argument optional.
		*
		* @returns {Argument}
		*/
		argOptional() {
			this.required = false;
			return this;
		}
	};
	/**
	* Takes an argument and returns its human readable equivalent for help usage.
	*
	* @param {Argument} arg
	* @return {string}
	* @private
	*/
	function humanReadableArgName(arg) {
		const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
		return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
	}
	exports.Argument = Argument;
	exports.humanReadableArgName = humanReadableArgName;
}));

// node_modules/commander/lib/help.js
var require_help = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { humanReadableArgName } = require_argument();
	/**
	* TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
	* https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
	* @typedef { import("./argument.js").Argument } Argument
	* @typedef { import("./command.js").Command } Command
	* @typedef { import("./option.js").Option } Option
	*/
	var Help = class {
		constructor() {
			this.helpWidth = void 0;
			this.minWidthToWrap = 40;
			this.sortSubcommands = false;
			this.sortOptions = false;
			this.showGlobalOptions = false;
		}
		/**
		* prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
		* and just before calling `formatHelp()`.
		*
		* Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
		*
		* @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
		*/
		prepareContext(contextOptions) {
			this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
		}
		/**
		* Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
		*
		* @param {Command} cmd
		* @returns {Command[]}
		*/
		visibleCommands(cmd) {
			const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
			const helpCommand = cmd._getHelpCommand();
			if (helpCommand && !helpCommand._hidden) visibleCommands.push(helpCommand);
			if (this.sortSubcommands) visibleCommands.sort((a, b) => {
				return a.name().localeCompare(b.name());
			});
			return visibleCommands;
		}
		/**
		* Compare options for sort.
		*
		* @param {Option} a
		* @param {Option} b
		* @returns {number}
		*/
		compareOptions(a, b) {
			const getSortKey = (option) => {
				return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
			};
			return getSortKey(a).localeCompare(getSortKey(b));
		}
		/**
		* Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleOptions(cmd) {
			const visibleOptions = cmd.options.filter((option) => !option.hidden);
			const helpOption = cmd._getHelpOption();
			if (helpOption && !helpOption.hidden) {
				const removeShort = helpOption.short && cmd._findOption(helpOption.short);
				const removeLong = helpOption.long && cmd._findOption(helpOption.long);
				if (!removeShort && !removeLong) visibleOptions.push(helpOption);
				else if (helpOption.long && !removeLong) visibleOptions.push(cmd.createOption(helpOption.long, helpOption.description));
				else if (helpOption.short && !removeShort) visibleOptions.push(cmd.createOption(helpOption.short, helpOption.description));
			}
			if (this.sortOptions) visibleOptions.sort(this.compareOptions);
			return visibleOptions;
		}
		/**
		* Get an array of the visible global options. (Not including help.)
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleGlobalOptions(cmd) {
			if (!this.showGlobalOptions) return [];
			const globalOptions = [];
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
				const visibleOptions = ancestorCmd.options.filter((option) => !option.hidden);
				globalOptions.push(...visibleOptions);
			}
			if (this.sortOptions) globalOptions.sort(this.compareOptions);
			return globalOptions;
		}
		/**
		* Get an array of the arguments if any have a description.
		*
		* @param {Command} cmd
		* @returns {Argument[]}
		*/
		visibleArguments(cmd) {
			if (cmd._argsDescription) cmd.registeredArguments.forEach((argument) => {
				argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
			});
			if (cmd.registeredArguments.find((argument) => argument.description)) return cmd.registeredArguments;
			return [];
		}
		/**
		* Get the command term to show in the list of subcommands.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandTerm(cmd) {
			const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
			return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + (args ? " " + args : "");
		}
		/**
		* Get the option term to show in the list of options.
		*
		* @param {Option} option
		* @returns {string}
		*/
		optionTerm(option) {
			return option.flags;
		}
		/**
		* Get the argument term to show in the list of arguments.
		*
		* @param {Argument} argument
		* @returns {string}
		*/
		argumentTerm(argument) {
			return argument.name();
		}
		/**
		* Get the longest command term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestSubcommandTermLength(cmd, helper) {
			return helper.visibleCommands(cmd).reduce((max, command) => {
				return Math.max(max, this.displayWidth(helper.styleSubcommandTerm(helper.subcommandTerm(command))));
			}, 0);
		}
		/**
		* Get the longest option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestOptionTermLength(cmd, helper) {
			return helper.visibleOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest global option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestGlobalOptionTermLength(cmd, helper) {
			return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest argument term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestArgumentTermLength(cmd, helper) {
			return helper.visibleArguments(cmd).reduce((max, argument) => {
				return Math.max(max, this.displayWidth(helper.styleArgumentTerm(helper.argumentTerm(argument))));
			}, 0);
		}
		/**
		* Get the command usage to be displayed at the top of the built-in help.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandUsage(cmd) {
			let cmdName = cmd._name;
			if (cmd._aliases[0]) cmdName = cmdName + "|" + cmd._aliases[0];
			let ancestorCmdNames = "";
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
			return ancestorCmdNames + cmdName + " " + cmd.usage();
		}
		/**
		* Get the description for the command.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandDescription(cmd) {
			return cmd.description();
		}
		/**
		* Get the subcommand summary to show in the list of subcommands.
		* (Fallback to description for backwards compatibility.)
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandDescription(cmd) {
			return cmd.summary() || cmd.description();
		}
		/**
		* Get the option description to show in the list of options.
		*
		* @param {Option} option
		* @return {string}
		*/
		optionDescription(option) {
			const extraInfo = [];
			if (option.argChoices) extraInfo.push(`choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (option.defaultValue !== void 0) {
				if (option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean") extraInfo.push(`default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`);
			}
			if (option.presetArg !== void 0 && option.optional) extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
			if (option.envVar !== void 0) extraInfo.push(`env: ${option.envVar}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (option.description) return `${option.description} ${extraDescription}`;
				return extraDescription;
			}
			return option.description;
		}
		/**
		* Get the argument description to show in the list of arguments.
		*
		* @param {Argument} argument
		* @return {string}
		*/
		argumentDescription(argument) {
			const extraInfo = [];
			if (argument.argChoices) extraInfo.push(`choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (argument.defaultValue !== void 0) extraInfo.push(`default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (argument.description) return `${argument.description} ${extraDescription}`;
				return extraDescription;
			}
			return argument.description;
		}
		/**
		* Format a list of items, given a heading and an array of formatted items.
		*
		* @param {string} heading
		* @param {string[]} items
		* @param {Help} helper
		* @returns string[]
		*/
		formatItemList(heading, items, helper) {
			if (items.length === 0) return [];
			return [
				helper.styleTitle(heading),
				...items,
				""
			];
		}
		/**
		* Group items by their help group heading.
		*
		* @param {Command[] | Option[]} unsortedItems
		* @param {Command[] | Option[]} visibleItems
		* @param {Function} getGroup
		* @returns {Map<string, Command[] | Option[]>}
		*/
		groupItems(unsortedItems, visibleItems, getGroup) {
			const result = /* @__PURE__ */ new Map();
			unsortedItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
			});
			visibleItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
				result.get(group).push(item);
			});
			return result;
		}
		/**
		* Generate the built-in help text.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {string}
		*/
		formatHelp(cmd, helper) {
			const termWidth = helper.padWidth(cmd, helper);
			const helpWidth = helper.helpWidth ?? 80;
			function callFormatItem(term, description) {
				return helper.formatItem(term, termWidth, description, helper);
			}
			let output = [`${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`, ""];
			const commandDescription = helper.commandDescription(cmd);
			if (commandDescription.length > 0) output = output.concat([helper.boxWrap(helper.styleCommandDescription(commandDescription), helpWidth), ""]);
			const argumentList = helper.visibleArguments(cmd).map((argument) => {
				return callFormatItem(helper.styleArgumentTerm(helper.argumentTerm(argument)), helper.styleArgumentDescription(helper.argumentDescription(argument)));
			});
			output = output.concat(this.formatItemList("Arguments:", argumentList, helper));
			this.groupItems(cmd.options, helper.visibleOptions(cmd), (option) => option.helpGroupHeading ?? "Options:").forEach((options, group) => {
				const optionList = options.map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList(group, optionList, helper));
			});
			if (helper.showGlobalOptions) {
				const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList("Global Options:", globalOptionList, helper));
			}
			this.groupItems(cmd.commands, helper.visibleCommands(cmd), (sub) => sub.helpGroup() || "Commands:").forEach((commands, group) => {
				const commandList = commands.map((sub) => {
					return callFormatItem(helper.styleSubcommandTerm(helper.subcommandTerm(sub)), helper.styleSubcommandDescription(helper.subcommandDescription(sub)));
				});
				output = output.concat(this.formatItemList(group, commandList, helper));
			});
			return output.join("\n");
		}
		/**
		* Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
		*
		* @param {string} str
		* @returns {number}
		*/
		displayWidth(str) {
			return stripColor(str).length;
		}
		/**
		* Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
		*
		* @param {string} str
		* @returns {string}
		*/
		styleTitle(str) {
			return str;
		}
		styleUsage(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word === "[command]") return this.styleSubcommandText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleCommandText(word);
			}).join(" ");
		}
		styleCommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleOptionDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleSubcommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleArgumentDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleDescriptionText(str) {
			return str;
		}
		styleOptionTerm(str) {
			return this.styleOptionText(str);
		}
		styleSubcommandTerm(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleSubcommandText(word);
			}).join(" ");
		}
		styleArgumentTerm(str) {
			return this.styleArgumentText(str);
		}
		styleOptionText(str) {
			return str;
		}
		styleArgumentText(str) {
			return str;
		}
		styleSubcommandText(str) {
			return str;
		}
		styleCommandText(str) {
			return str;
		}
		/**
		* Calculate the pad width from the maximum term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		padWidth(cmd, helper) {
			return Math.max(helper.longestOptionTermLength(cmd, helper), helper.longestGlobalOptionTermLength(cmd, helper), helper.longestSubcommandTermLength(cmd, helper), helper.longestArgumentTermLength(cmd, helper));
		}
		/**
		* Detect manually wrapped and indented strings by checking for line break followed by whitespace.
		*
		* @param {string} str
		* @returns {boolean}
		*/
		preformatted(str) {
			return /\n[^\S\r\n]/.test(str);
		}
		/**
		* Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
		*
		* So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
		*   TTT  DDD DDDD
		*        DD DDD
		*
		* @param {string} term
		* @param {number} termWidth
		* @param {string} description
		* @param {Help} helper
		* @returns {string}
		*/
		formatItem(term, termWidth, description, helper) {
			const itemIndent = 2;
			const itemIndentStr = " ".repeat(itemIndent);
			if (!description) return itemIndentStr + term;
			const paddedTerm = term.padEnd(termWidth + term.length - helper.displayWidth(term));
			const spacerWidth = 2;
			const remainingWidth = (this.helpWidth ?? 80) - termWidth - spacerWidth - itemIndent;
			let formattedDescription;
			if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) formattedDescription = description;
			else formattedDescription = helper.boxWrap(description, remainingWidth).replace(/\n/g, "\n" + " ".repeat(termWidth + spacerWidth));
			return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `\n${itemIndentStr}`);
		}
		/**
		* Wrap a string at whitespace, preserving existing line breaks.
		* Wrapping is skipped if the width is less than `minWidthToWrap`.
		*
		* @param {string} str
		* @param {number} width
		* @returns {string}
		*/
		boxWrap(str, width) {
			if (width < this.minWidthToWrap) return str;
			const rawLines = str.split(/\r\n|\n/);
			const chunkPattern = /[\s]*[^\s]+/g;
			const wrappedLines = [];
			rawLines.forEach((line) => {
				const chunks = line.match(chunkPattern);
				if (chunks === null) {
					wrappedLines.push("");
					return;
				}
				let sumChunks = [chunks.shift()];
				let sumWidth = this.displayWidth(sumChunks[0]);
				chunks.forEach((chunk) => {
					const visibleWidth = this.displayWidth(chunk);
					if (sumWidth + visibleWidth <= width) {
						sumChunks.push(chunk);
						sumWidth += visibleWidth;
						return;
					}
					wrappedLines.push(sumChunks.join(""));
					const nextChunk = chunk.trimStart();
					sumChunks = [nextChunk];
					sumWidth = this.displayWidth(nextChunk);
				});
				wrappedLines.push(sumChunks.join(""));
			});
			return wrappedLines.join("\n");
		}
	};
	/**
	* Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
	*
	* @param {string} str
	* @returns {string}
	* @package
	*/
	function stripColor(str) {
		return str.replace(/\x1b\[\d*(;\d*)*m/g, "");
	}
	exports.Help = Help;
	exports.stripColor = stripColor;
}));

// node_modules/commander/lib/option.js
var require_option = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Option = class {
		/**
		* Initialize a new `Option` with the given `flags` and `description`.
		*
		* @param {string} flags
		* @param {string} [description]
		*/
		constructor(flags, description) {
			this.flags = flags;
			this.description = description || "";
			this.required = flags.includes("<");
			this.optional = flags.includes("[");
			this.variadic = /\w\.\.\.[>\]]$/.test(flags);
			this.mandatory = false;
			const optionFlags = splitOptionFlags(flags);
			this.short = optionFlags.shortFlag;
			this.long = optionFlags.longFlag;
			this.negate = false;
			if (this.long) this.negate = this.long.startsWith("--no-");
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.presetArg = void 0;
			this.envVar = void 0;
			this.parseArg = void 0;
			this.hidden = false;
			this.argChoices = void 0;
			this.conflictsWith = [];
			this.implied = void 0;
			this.helpGroupHeading = void 0;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Option}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Preset to use when option used without option-argument, especially optional but also boolean and negated.
		* The custom processing (parseArg) is called.
		*
		* @example
		* new Option('--color').default('GREYSCALE').preset('RGB');
		* new Option('--donate [amount]').preset('20').argParser(parseFloat);
		*
		* @param {*} arg
		* @return {Option}
		*/
		preset(arg) {
			this.presetArg = arg;
			return this;
		}
		/**
		* Add option name(s) that conflict with this option.
		* An error will be displayed if conflicting options are found during parsing.
		*
		* @example
		* new Option('--rgb').conflicts('cmyk');
		* new Option('--js').conflicts(['ts', 'jsx']);
		*
		* @param {(string | string[])} names
		* @return {Option}
		*/
		conflicts(names) {
			this.conflictsWith = this.conflictsWith.concat(names);
			return this;
		}
		/**
		* Specify implied option values for when this option is set and the implied options are not.
		*
		* The custom processing (parseArg) is not called on the implied values.
		*
		* @example
		* program
		*   .addOption(new Option('--log', 'write logging information to file'))
		*   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
		*
		* @param {object} impliedOptionValues
		* @return {Option}
		*/
		implies(impliedOptionValues) {
			let newImplied = impliedOptionValues;
			if (typeof impliedOptionValues === "string") newImplied = { [impliedOptionValues]: true };
			this.implied = Object.assign(this.implied || {}, newImplied);
			return this;
		}
		/**
		* Set environment variable to check for option value.
		*
		* An environment variable is only used if when processed the current option value is
		* undefined, or the source of the current value is 'default' or 'config' or 'env'.
		*
		* @param {string} name
		* @return {Option}
		*/
		env(name) {
			this.envVar = name;
			return this;
		}
		/**
		* Set the custom handler for processing CLI option arguments into option values.
		*
		* @param {Function} [fn]
		* @return {Option}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Whether the option is mandatory and must have a value after parsing.
		*
		* @param {boolean} [mandatory=true]
		* @return {Option}
		*/
		makeOptionMandatory(mandatory = true) {
			this.mandatory = !!mandatory;
			return this;
		}
		/**
		* Hide option in help.
		*
		* @param {boolean} [hide=true]
		* @return {Option}
		*/
		hideHelp(hide = true) {
			this.hidden = !!hide;
			return this;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Only allow option value to be one of choices.
		*
		* @param {string[]} values
		* @return {Option}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Return option name.
		*
		* @return {string}
		*/
		name() {
			if (this.long) return this.long.replace(/^--/, "");
			return this.short.replace(/^-/, "");
		}
		/**
		* Return option name, in a camelcase format that can be used
		* as an object attribute key.
		*
		* @return {string}
		*/
		attributeName() {
			if (this.negate) return camelcase(this.name().replace(/^no-/, ""));
			return camelcase(this.name());
		}
		/**
		* Set the help group heading.
		*
		* @param {string} heading
		* @return {Option}
		*/
		helpGroup(heading) {
			this.helpGroupHeading = heading;
			return this;
		}
		/**
		* Check if `arg` matches the short or long flag.
		*
		* @param {string} arg
		* @return {boolean}
		* @package
		*/
		is(arg) {
			return this.short === arg || this.long === arg;
		}
		/**
		* Return whether a boolean option.
		*
		* Options are one of boolean, negated, required argument, or optional argument.
		*
		* @return {boolean}
		* @package
		*/
		isBoolean() {
			return !this.required && !this.optional && !this.negate;
		}
	};
	/**
	* This class is to make it easier to work with dual options, without changing the existing
	* implementation. We support separate dual options for separate positive and negative options,
	* like `--build` and `--no-build`, which share a single option value. This works nicely for some
	* use cases, but is tricky for others where we want separate behaviours despite
	* the single shared option value.
	*/
	var DualOptions = class {
		/**
		* @param {Option[]} options
		*/
		constructor(options) {
			this.positiveOptions = /* @__PURE__ */ new Map();
			this.negativeOptions = /* @__PURE__ */ new Map();
			this.dualOptions = /* @__PURE__ */ new Set();
			options.forEach((option) => {
				if (option.negate) this.negativeOptions.set(option.attributeName(), option);
				else this.positiveOptions.set(option.attributeName(), option);
			});
			this.negativeOptions.forEach((value, key) => {
				if (this.positiveOptions.has(key)) this.dualOptions.add(key);
			});
		}
		/**
		* Did the value come from the option, and not from possible matching dual option?
		*
		* @param {*} value
		* @param {Option} option
		* @returns {boolean}
		*/
		valueFromOption(value, option) {
			const optionKey = option.attributeName();
			if (!this.dualOptions.has(optionKey)) return true;
			const preset = this.negativeOptions.get(optionKey).presetArg;
			const negativeValue = preset !== void 0 ? preset : false;
			return option.negate === (negativeValue === value);
		}
	};
	/**
	* Convert string from kebab-case to camelCase.
	*
	* @param {string} str
	* @return {string}
	* @private
	*/
	function camelcase(str) {
		return str.split("-").reduce((str, word) => {
			return str + word[0].toUpperCase() + word.slice(1);
		});
	}
	/**
	* Split the short and long flag out of something like '-m,--mixed <value>'
	*
	* @private
	*/
	function splitOptionFlags(flags) {
		let shortFlag;
		let longFlag;
		const shortFlagExp = /^-[^-]$/;
		const longFlagExp = /^--[^-]/;
		const flagParts = flags.split(/[ |,]+/).concat("guard");
		if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
		if (!shortFlag && shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (!shortFlag && longFlagExp.test(flagParts[0])) {
			shortFlag = longFlag;
			longFlag = flagParts.shift();
		}
		if (flagParts[0].startsWith("-")) {
			const unsupportedFlag = flagParts[0];
			const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
			if (/^-[^-][^-]/.test(unsupportedFlag)) throw new Error(`${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`);
			if (shortFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many short flags`);
			if (longFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many long flags`);
			throw new Error(`${baseError}
- unrecognised flag format`);
		}
		if (shortFlag === void 0 && longFlag === void 0) throw new Error(`option creation failed due to no flags found in '${flags}'.`);
		return {
			shortFlag,
			longFlag
		};
	}
	exports.Option = Option;
	exports.DualOptions = DualOptions;
}));

// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = /* @__PURE__ */ __commonJSMin(((exports) => {
	const maxDistance = 3;
	function editDistance(a, b) {
		if (Math.abs(a.length - b.length) > maxDistance) return Math.max(a.length, b.length);
		const d = [];
		for (let i = 0; i <= a.length; i++) d[i] = [i];
		for (let j = 0; j <= b.length; j++) d[0][j] = j;
		for (let j = 1; j <= b.length; j++) for (let i = 1; i <= a.length; i++) {
			let cost = 1;
			if (a[i - 1] === b[j - 1]) cost = 0;
			else cost = 1;
			d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
		}
		return d[a.length][b.length];
	}
	/**
	* Find close matches, restricted to same number of edits.
	*
	* @param {string} word
	* @param {string[]} candidates
	* @returns {string}
	*/
	function suggestSimilar(word, candidates) {
		if (!candidates || candidates.length === 0) return "";
		candidates = Array.from(new Set(candidates));
		const searchingOptions = word.startsWith("--");
		if (searchingOptions) {
			word = word.slice(2);
			candidates = candidates.map((candidate) => candidate.slice(2));
		}
		let similar = [];
		let bestDistance = maxDistance;
		const minSimilarity = .4;
		candidates.forEach((candidate) => {
			if (candidate.length <= 1) return;
			const distance = editDistance(word, candidate);
			const length = Math.max(word.length, candidate.length);
			if ((length - distance) / length > minSimilarity) {
				if (distance < bestDistance) {
					bestDistance = distance;
					similar = [candidate];
				} else if (distance === bestDistance) similar.push(candidate);
			}
		});
		similar.sort((a, b) => a.localeCompare(b));
		if (searchingOptions) similar = similar.map((candidate) => `--${candidate}`);
		if (similar.length > 1) return `\n(Did you mean one of ${similar.join(", ")}?)`;
		if (similar.length === 1) return `\n(Did you mean ${similar[0]}?)`;
		return "";
	}
	exports.suggestSimilar = suggestSimilar;
}));

// node_modules/commander/lib/command.js
var require_command = /* @__PURE__ */ __commonJSMin(((exports) => {
	const EventEmitter = __require("node:events").EventEmitter;
	const childProcess = __require("node:child_process");
	const path = __require("node:path");
	const fs = __require("node:fs");
	const process = __require("node:process");
	const { Argument, humanReadableArgName } = require_argument();
	const { CommanderError } = require_error();
	const { Help, stripColor } = require_help();
	const { Option, DualOptions } = require_option();
	const { suggestSimilar } = require_suggestSimilar();
	var Command = class Command extends EventEmitter {
		/**
		* Initialize a new `Command`.
		*
		* @param {string} [name]
		*/
		constructor(name) {
			super();
			/** @type {Command[]} */
			this.commands = [];
			/** @type {Option[]} */
			this.options = [];
			this.parent = null;
			this._allowUnknownOption = false;
			this._allowExcessArguments = false;
			/** @type {Argument[]} */
			this.registeredArguments = [];
			this._args = this.registeredArguments;
			/** @type {string[]} */
			this.args = [];
			this.rawArgs = [];
			this.processedArgs = [];
			this._scriptPath = null;
			this._name = name || "";
			this._optionValues = {};
			this._optionValueSources = {};
			this._storeOptionsAsProperties = false;
			this._actionHandler = null;
			this._executableHandler = false;
			this._executableFile = null;
			this._executableDir = null;
			this._defaultCommandName = null;
			this._exitCallback = null;
			this._aliases = [];
			this._combineFlagAndOptionalValue = true;
			this._description = "";
			this._summary = "";
			this._argsDescription = void 0;
			this._enablePositionalOptions = false;
			this._passThroughOptions = false;
			this._lifeCycleHooks = {};
			/** @type {(boolean | string)} */
			this._showHelpAfterError = false;
			this._showSuggestionAfterError = true;
			this._savedState = null;
			this._outputConfiguration = {
				writeOut: (str) => process.stdout.write(str),
				writeErr: (str) => process.stderr.write(str),
				outputError: (str, write) => write(str),
				getOutHelpWidth: () => process.stdout.isTTY ? process.stdout.columns : void 0,
				getErrHelpWidth: () => process.stderr.isTTY ? process.stderr.columns : void 0,
				getOutHasColors: () => useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
				getErrHasColors: () => useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
				stripColor: (str) => stripColor(str)
			};
			this._hidden = false;
			/** @type {(Option | null | undefined)} */
			this._helpOption = void 0;
			this._addImplicitHelpCommand = void 0;
			/** @type {Command} */
			this._helpCommand = void 0;
			this._helpConfiguration = {};
			/** @type {string | undefined} */
			this._helpGroupHeading = void 0;
			/** @type {string | undefined} */
			this._defaultCommandGroup = void 0;
			/** @type {string | undefined} */
			this._defaultOptionGroup = void 0;
		}
		/**
		* Copy settings that are useful to have in common across root command and subcommands.
		*
		* (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
		*
		* @param {Command} sourceCommand
		* @return {Command} `this` command for chaining
		*/
		copyInheritedSettings(sourceCommand) {
			this._outputConfiguration = sourceCommand._outputConfiguration;
			this._helpOption = sourceCommand._helpOption;
			this._helpCommand = sourceCommand._helpCommand;
			this._helpConfiguration = sourceCommand._helpConfiguration;
			this._exitCallback = sourceCommand._exitCallback;
			this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
			this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
			this._allowExcessArguments = sourceCommand._allowExcessArguments;
			this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
			this._showHelpAfterError = sourceCommand._showHelpAfterError;
			this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
			return this;
		}
		/**
		* @returns {Command[]}
		* @private
		*/
		_getCommandAndAncestors() {
			const result = [];
			for (let command = this; command; command = command.parent) result.push(command);
			return result;
		}
		/**
		* Define a command.
		*
		* There are two styles of command: pay attention to where to put the description.
		*
		* @example
		* // Command implemented using action handler (description is supplied separately to `.command`)
		* program
		*   .command('clone <source> [destination]')
		*   .description('clone a repository into a newly created directory')
		*   .action((source, destination) => {
		*     console.log('clone command called');
		*   });
		*
		* // Command implemented using separate executable file (description is second parameter to `.command`)
		* program
		*   .command('start <service>', 'start named service')
		*   .command('stop [service]', 'stop named service, or all if no name supplied');
		*
		* @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
		* @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
		* @param {object} [execOpts] - configuration options (for executable)
		* @return {Command} returns new command for action handler, or `this` for executable command
		*/
		command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
			let desc = actionOptsOrExecDesc;
			let opts = execOpts;
			if (typeof desc === "object" && desc !== null) {
				opts = desc;
				desc = null;
			}
			opts = opts || {};
			const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
			const cmd = this.createCommand(name);
			if (desc) {
				cmd.description(desc);
				cmd._executableHandler = true;
			}
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			cmd._hidden = !!(opts.noHelp || opts.hidden);
			cmd._executableFile = opts.executableFile || null;
			if (args) cmd.arguments(args);
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd.copyInheritedSettings(this);
			if (desc) return this;
			return cmd;
		}
		/**
		* Factory routine to create a new unattached command.
		*
		* See .command() for creating an attached subcommand, which uses this routine to
		* create the command. You can override createCommand to customise subcommands.
		*
		* @param {string} [name]
		* @return {Command} new command
		*/
		createCommand(name) {
			return new Command(name);
		}
		/**
		* You can customise the help with a subclass of Help by overriding createHelp,
		* or by overriding Help properties using configureHelp().
		*
		* @return {Help}
		*/
		createHelp() {
			return Object.assign(new Help(), this.configureHelp());
		}
		/**
		* You can customise the help by overriding Help properties using configureHelp(),
		* or with a subclass of Help by overriding createHelp().
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureHelp(configuration) {
			if (configuration === void 0) return this._helpConfiguration;
			this._helpConfiguration = configuration;
			return this;
		}
		/**
		* The default output goes to stdout and stderr. You can customise this for special
		* applications. You can also customise the display of errors by overriding outputError.
		*
		* The configuration properties are all functions:
		*
		*     // change how output being written, defaults to stdout and stderr
		*     writeOut(str)
		*     writeErr(str)
		*     // change how output being written for errors, defaults to writeErr
		*     outputError(str, write) // used for displaying errors and not used for displaying help
		*     // specify width for wrapping help
		*     getOutHelpWidth()
		*     getErrHelpWidth()
		*     // color support, currently only used with Help
		*     getOutHasColors()
		*     getErrHasColors()
		*     stripColor() // used to remove ANSI escape codes if output does not have colors
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureOutput(configuration) {
			if (configuration === void 0) return this._outputConfiguration;
			this._outputConfiguration = {
				...this._outputConfiguration,
				...configuration
			};
			return this;
		}
		/**
		* Display the help or a custom message after an error occurs.
		*
		* @param {(boolean|string)} [displayHelp]
		* @return {Command} `this` command for chaining
		*/
		showHelpAfterError(displayHelp = true) {
			if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
			this._showHelpAfterError = displayHelp;
			return this;
		}
		/**
		* Display suggestion of similar commands for unknown commands, or options for unknown options.
		*
		* @param {boolean} [displaySuggestion]
		* @return {Command} `this` command for chaining
		*/
		showSuggestionAfterError(displaySuggestion = true) {
			this._showSuggestionAfterError = !!displaySuggestion;
			return this;
		}
		/**
		* Add a prepared subcommand.
		*
		* See .command() for creating an attached subcommand which inherits settings from its parent.
		*
		* @param {Command} cmd - new subcommand
		* @param {object} [opts] - configuration options
		* @return {Command} `this` command for chaining
		*/
		addCommand(cmd, opts) {
			if (!cmd._name) throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
			opts = opts || {};
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			if (opts.noHelp || opts.hidden) cmd._hidden = true;
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd._checkForBrokenPassThrough();
			return this;
		}
		/**
		* Factory routine to create a new unattached argument.
		*
		* See .argument() for creating an attached argument, which uses this routine to
		* create the argument. You can override createArgument to return a custom argument.
		*
		* @param {string} name
		* @param {string} [description]
		* @return {Argument} new argument
		*/
		createArgument(name, description) {
			return new Argument(name, description);
		}
		/**
		* Define argument syntax for command.
		*
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @example
		* program.argument('<input-file>');
		* program.argument('[output-file]');
		*
		* @param {string} name
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom argument processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		argument(name, description, parseArg, defaultValue) {
			const argument = this.createArgument(name, description);
			if (typeof parseArg === "function") argument.default(defaultValue).argParser(parseArg);
			else argument.default(parseArg);
			this.addArgument(argument);
			return this;
		}
		/**
		* Define argument syntax for command, adding multiple at once (without descriptions).
		*
		* See also .argument().
		*
		* @example
		* program.arguments('<cmd> [env]');
		*
		* @param {string} names
		* @return {Command} `this` command for chaining
		*/
		arguments(names) {
			names.trim().split(/ +/).forEach((detail) => {
				this.argument(detail);
			});
			return this;
		}
		/**
		* Define argument syntax for command, adding a prepared argument.
		*
		* @param {Argument} argument
		* @return {Command} `this` command for chaining
		*/
		addArgument(argument) {
			const previousArgument = this.registeredArguments.slice(-1)[0];
			if (previousArgument?.variadic) throw new Error(`only the last argument can be variadic '${previousArgument.name()}'`);
			if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) throw new Error(`a default value for a required argument is never used: '${argument.name()}'`);
			this.registeredArguments.push(argument);
			return this;
		}
		/**
		* Customise or override default help command. By default a help command is automatically added if your command has subcommands.
		*
		* @example
		*    program.helpCommand('help [cmd]');
		*    program.helpCommand('help [cmd]', 'show help');
		*    program.helpCommand(false); // suppress default help command
		*    program.helpCommand(true); // add help command even if no subcommands
		*
		* @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
		* @param {string} [description] - custom description
		* @return {Command} `this` command for chaining
		*/
		helpCommand(enableOrNameAndArgs, description) {
			if (typeof enableOrNameAndArgs === "boolean") {
				this._addImplicitHelpCommand = enableOrNameAndArgs;
				if (enableOrNameAndArgs && this._defaultCommandGroup) this._initCommandGroup(this._getHelpCommand());
				return this;
			}
			const [, helpName, helpArgs] = (enableOrNameAndArgs ?? "help [command]").match(/([^ ]+) *(.*)/);
			const helpDescription = description ?? "display help for command";
			const helpCommand = this.createCommand(helpName);
			helpCommand.helpOption(false);
			if (helpArgs) helpCommand.arguments(helpArgs);
			if (helpDescription) helpCommand.description(helpDescription);
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Add prepared custom help command.
		*
		* @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
		* @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
		* @return {Command} `this` command for chaining
		*/
		addHelpCommand(helpCommand, deprecatedDescription) {
			if (typeof helpCommand !== "object") {
				this.helpCommand(helpCommand, deprecatedDescription);
				return this;
			}
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Lazy create help command.
		*
		* @return {(Command|null)}
		* @package
		*/
		_getHelpCommand() {
			if (this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"))) {
				if (this._helpCommand === void 0) this.helpCommand(void 0, void 0);
				return this._helpCommand;
			}
			return null;
		}
		/**
		* Add hook for life cycle event.
		*
		* @param {string} event
		* @param {Function} listener
		* @return {Command} `this` command for chaining
		*/
		hook(event, listener) {
			const allowedValues = [
				"preSubcommand",
				"preAction",
				"postAction"
			];
			if (!allowedValues.includes(event)) throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
			if (this._lifeCycleHooks[event]) this._lifeCycleHooks[event].push(listener);
			else this._lifeCycleHooks[event] = [listener];
			return this;
		}
		/**
		* Register callback to use as replacement for calling process.exit.
		*
		* @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
		* @return {Command} `this` command for chaining
		*/
		exitOverride(fn) {
			if (fn) this._exitCallback = fn;
			else this._exitCallback = (err) => {
				if (err.code !== "commander.executeSubCommandAsync") throw err;
			};
			return this;
		}
		/**
		* Call process.exit, and _exitCallback if defined.
		*
		* @param {number} exitCode exit code for using with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		* @return never
		* @private
		*/
		_exit(exitCode, code, message) {
			if (this._exitCallback) this._exitCallback(new CommanderError(exitCode, code, message));
			process.exit(exitCode);
		}
		/**
		* Register callback `fn` for the command.
		*
		* @example
		* program
		*   .command('serve')
		*   .description('start service')
		*   .action(function() {
		*      // do work here
		*   });
		*
		* @param {Function} fn
		* @return {Command} `this` command for chaining
		*/
		action(fn) {
			const listener = (args) => {
				const expectedArgsCount = this.registeredArguments.length;
				const actionArgs = args.slice(0, expectedArgsCount);
				if (this._storeOptionsAsProperties) actionArgs[expectedArgsCount] = this;
				else actionArgs[expectedArgsCount] = this.opts();
				actionArgs.push(this);
				return fn.apply(this, actionArgs);
			};
			this._actionHandler = listener;
			return this;
		}
		/**
		* Factory routine to create a new unattached option.
		*
		* See .option() for creating an attached option, which uses this routine to
		* create the option. You can override createOption to return a custom option.
		*
		* @param {string} flags
		* @param {string} [description]
		* @return {Option} new option
		*/
		createOption(flags, description) {
			return new Option(flags, description);
		}
		/**
		* Wrap parseArgs to catch 'commander.invalidArgument'.
		*
		* @param {(Option | Argument)} target
		* @param {string} value
		* @param {*} previous
		* @param {string} invalidArgumentMessage
		* @private
		*/
		_callParseArg(target, value, previous, invalidArgumentMessage) {
			try {
				return target.parseArg(value, previous);
			} catch (err) {
				if (err.code === "commander.invalidArgument") {
					const message = `${invalidArgumentMessage} ${err.message}`;
					this.error(message, {
						exitCode: err.exitCode,
						code: err.code
					});
				}
				throw err;
			}
		}
		/**
		* Check for option flag conflicts.
		* Register option if no conflicts found, or throw on conflict.
		*
		* @param {Option} option
		* @private
		*/
		_registerOption(option) {
			const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
			if (matchingOption) {
				const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
				throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
			}
			this._initOptionGroup(option);
			this.options.push(option);
		}
		/**
		* Check for command name and alias conflicts with existing commands.
		* Register command if no conflicts found, or throw on conflict.
		*
		* @param {Command} command
		* @private
		*/
		_registerCommand(command) {
			const knownBy = (cmd) => {
				return [cmd.name()].concat(cmd.aliases());
			};
			const alreadyUsed = knownBy(command).find((name) => this._findCommand(name));
			if (alreadyUsed) {
				const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
				const newCmd = knownBy(command).join("|");
				throw new Error(`cannot add command '${newCmd}' as already have command '${existingCmd}'`);
			}
			this._initCommandGroup(command);
			this.commands.push(command);
		}
		/**
		* Add an option.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addOption(option) {
			this._registerOption(option);
			const oname = option.name();
			const name = option.attributeName();
			if (option.negate) {
				const positiveLongFlag = option.long.replace(/^--no-/, "--");
				if (!this._findOption(positiveLongFlag)) this.setOptionValueWithSource(name, option.defaultValue === void 0 ? true : option.defaultValue, "default");
			} else if (option.defaultValue !== void 0) this.setOptionValueWithSource(name, option.defaultValue, "default");
			const handleOptionValue = (val, invalidValueMessage, valueSource) => {
				if (val == null && option.presetArg !== void 0) val = option.presetArg;
				const oldValue = this.getOptionValue(name);
				if (val !== null && option.parseArg) val = this._callParseArg(option, val, oldValue, invalidValueMessage);
				else if (val !== null && option.variadic) val = option._collectValue(val, oldValue);
				if (val == null) {
					if (option.negate) val = false;
					else if (option.isBoolean() || option.optional) val = true;
					else val = "";
				}
				this.setOptionValueWithSource(name, val, valueSource);
			};
			this.on("option:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "cli");
			});
			if (option.envVar) this.on("optionEnv:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "env");
			});
			return this;
		}
		/**
		* Internal implementation shared by .option() and .requiredOption()
		*
		* @return {Command} `this` command for chaining
		* @private
		*/
		_optionEx(config, flags, description, fn, defaultValue) {
			if (typeof flags === "object" && flags instanceof Option) throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");
			const option = this.createOption(flags, description);
			option.makeOptionMandatory(!!config.mandatory);
			if (typeof fn === "function") option.default(defaultValue).argParser(fn);
			else if (fn instanceof RegExp) {
				const regex = fn;
				fn = (val, def) => {
					const m = regex.exec(val);
					return m ? m[0] : def;
				};
				option.default(defaultValue).argParser(fn);
			} else option.default(fn);
			return this.addOption(option);
		}
		/**
		* Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
		* option-argument is indicated by `<>` and an optional option-argument by `[]`.
		*
		* See the README for more details, and see also addOption() and requiredOption().
		*
		* @example
		* program
		*     .option('-p, --pepper', 'add pepper')
		*     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
		*     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
		*     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		option(flags, description, parseArg, defaultValue) {
			return this._optionEx({}, flags, description, parseArg, defaultValue);
		}
		/**
		* Add a required option which must have a value after parsing. This usually means
		* the option must be specified on the command line. (Otherwise the same as .option().)
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		requiredOption(flags, description, parseArg, defaultValue) {
			return this._optionEx({ mandatory: true }, flags, description, parseArg, defaultValue);
		}
		/**
		* Alter parsing of short flags with optional values.
		*
		* @example
		* // for `.option('-f,--flag [value]'):
		* program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
		* program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
		*
		* @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
		* @return {Command} `this` command for chaining
		*/
		combineFlagAndOptionalValue(combine = true) {
			this._combineFlagAndOptionalValue = !!combine;
			return this;
		}
		/**
		* Allow unknown options on the command line.
		*
		* @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
		* @return {Command} `this` command for chaining
		*/
		allowUnknownOption(allowUnknown = true) {
			this._allowUnknownOption = !!allowUnknown;
			return this;
		}
		/**
		* Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
		*
		* @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
		* @return {Command} `this` command for chaining
		*/
		allowExcessArguments(allowExcess = true) {
			this._allowExcessArguments = !!allowExcess;
			return this;
		}
		/**
		* Enable positional options. Positional means global options are specified before subcommands which lets
		* subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
		* The default behaviour is non-positional and global options may appear anywhere on the command line.
		*
		* @param {boolean} [positional]
		* @return {Command} `this` command for chaining
		*/
		enablePositionalOptions(positional = true) {
			this._enablePositionalOptions = !!positional;
			return this;
		}
		/**
		* Pass through options that come after command-arguments rather than treat them as command-options,
		* so actual command-options come before command-arguments. Turning this on for a subcommand requires
		* positional options to have been enabled on the program (parent commands).
		* The default behaviour is non-positional and options may appear before or after command-arguments.
		*
		* @param {boolean} [passThrough] for unknown options.
		* @return {Command} `this` command for chaining
		*/
		passThroughOptions(passThrough = true) {
			this._passThroughOptions = !!passThrough;
			this._checkForBrokenPassThrough();
			return this;
		}
		/**
		* @private
		*/
		_checkForBrokenPassThrough() {
			if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`);
		}
		/**
		* Whether to store option values as properties on command object,
		* or store separately (specify false). In both cases the option values can be accessed using .opts().
		*
		* @param {boolean} [storeAsProperties=true]
		* @return {Command} `this` command for chaining
		*/
		storeOptionsAsProperties(storeAsProperties = true) {
			if (this.options.length) throw new Error("call .storeOptionsAsProperties() before adding options");
			if (Object.keys(this._optionValues).length) throw new Error("call .storeOptionsAsProperties() before setting option values");
			this._storeOptionsAsProperties = !!storeAsProperties;
			return this;
		}
		/**
		* Retrieve option value.
		*
		* @param {string} key
		* @return {object} value
		*/
		getOptionValue(key) {
			if (this._storeOptionsAsProperties) return this[key];
			return this._optionValues[key];
		}
		/**
		* Store option value.
		*
		* @param {string} key
		* @param {object} value
		* @return {Command} `this` command for chaining
		*/
		setOptionValue(key, value) {
			return this.setOptionValueWithSource(key, value, void 0);
		}
		/**
		* Store option value and where the value came from.
		*
		* @param {string} key
		* @param {object} value
		* @param {string} source - expected values are default/config/env/cli/implied
		* @return {Command} `this` command for chaining
		*/
		setOptionValueWithSource(key, value, source) {
			if (this._storeOptionsAsProperties) this[key] = value;
			else this._optionValues[key] = value;
			this._optionValueSources[key] = source;
			return this;
		}
		/**
		* Get source of option value.
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSource(key) {
			return this._optionValueSources[key];
		}
		/**
		* Get source of option value. See also .optsWithGlobals().
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSourceWithGlobals(key) {
			let source;
			this._getCommandAndAncestors().forEach((cmd) => {
				if (cmd.getOptionValueSource(key) !== void 0) source = cmd.getOptionValueSource(key);
			});
			return source;
		}
		/**
		* Get user arguments from implied or explicit arguments.
		* Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
		*
		* @private
		*/
		_prepareUserArgs(argv, parseOptions) {
			if (argv !== void 0 && !Array.isArray(argv)) throw new Error("first parameter to parse must be array or undefined");
			parseOptions = parseOptions || {};
			if (argv === void 0 && parseOptions.from === void 0) {
				if (process.versions?.electron) parseOptions.from = "electron";
				const execArgv = process.execArgv ?? [];
				if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) parseOptions.from = "eval";
			}
			if (argv === void 0) argv = process.argv;
			this.rawArgs = argv.slice();
			let userArgs;
			switch (parseOptions.from) {
				case void 0:
				case "node":
					this._scriptPath = argv[1];
					userArgs = argv.slice(2);
					break;
				case "electron":
					if (process.defaultApp) {
						this._scriptPath = argv[1];
						userArgs = argv.slice(2);
					} else userArgs = argv.slice(1);
					break;
				case "user":
					userArgs = argv.slice(0);
					break;
				case "eval":
					userArgs = argv.slice(1);
					break;
				default: throw new Error(`unexpected parse option { from: '${parseOptions.from}' }`);
			}
			if (!this._name && this._scriptPath) this.nameFromFilename(this._scriptPath);
			this._name = this._name || "program";
			return userArgs;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Use parseAsync instead of parse if any of your action handlers are async.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* program.parse(); // parse process.argv and auto-detect electron and special node flags
		* program.parse(process.argv); // assume argv[0] is app and argv[1] is script
		* program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv] - optional, defaults to process.argv
		* @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
		* @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
		* @return {Command} `this` command for chaining
		*/
		parse(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			this._parseCommand([], userArgs);
			return this;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
		* await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
		* await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv]
		* @param {object} [parseOptions]
		* @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
		* @return {Promise}
		*/
		async parseAsync(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			await this._parseCommand([], userArgs);
			return this;
		}
		_prepareForParse() {
			if (this._savedState === null) this.saveStateBeforeParse();
			else this.restoreStateBeforeParse();
		}
		/**
		* Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state saved.
		*/
		saveStateBeforeParse() {
			this._savedState = {
				_name: this._name,
				_optionValues: { ...this._optionValues },
				_optionValueSources: { ...this._optionValueSources }
			};
		}
		/**
		* Restore state before parse for calls after the first.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state restored.
		*/
		restoreStateBeforeParse() {
			if (this._storeOptionsAsProperties) throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
			this._name = this._savedState._name;
			this._scriptPath = null;
			this.rawArgs = [];
			this._optionValues = { ...this._savedState._optionValues };
			this._optionValueSources = { ...this._savedState._optionValueSources };
			this.args = [];
			this.processedArgs = [];
		}
		/**
		* Throw if expected executable is missing. Add lots of help for author.
		*
		* @param {string} executableFile
		* @param {string} executableDir
		* @param {string} subcommandName
		*/
		_checkForMissingExecutable(executableFile, executableDir, subcommandName) {
			if (fs.existsSync(executableFile)) return;
			const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory"}`;
			throw new Error(executableMissing);
		}
		/**
		* Execute a sub-command executable.
		*
		* @private
		*/
		_executeSubCommand(subcommand, args) {
			args = args.slice();
			let launchWithNode = false;
			const sourceExt = [
				".js",
				".ts",
				".tsx",
				".mjs",
				".cjs"
			];
			function findFile(baseDir, baseName) {
				const localBin = path.resolve(baseDir, baseName);
				if (fs.existsSync(localBin)) return localBin;
				if (sourceExt.includes(path.extname(baseName))) return void 0;
				const foundExt = sourceExt.find((ext) => fs.existsSync(`${localBin}${ext}`));
				if (foundExt) return `${localBin}${foundExt}`;
			}
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
			let executableDir = this._executableDir || "";
			if (this._scriptPath) {
				let resolvedScriptPath;
				try {
					resolvedScriptPath = fs.realpathSync(this._scriptPath);
				} catch {
					resolvedScriptPath = this._scriptPath;
				}
				executableDir = path.resolve(path.dirname(resolvedScriptPath), executableDir);
			}
			if (executableDir) {
				let localFile = findFile(executableDir, executableFile);
				if (!localFile && !subcommand._executableFile && this._scriptPath) {
					const legacyName = path.basename(this._scriptPath, path.extname(this._scriptPath));
					if (legacyName !== this._name) localFile = findFile(executableDir, `${legacyName}-${subcommand._name}`);
				}
				executableFile = localFile || executableFile;
			}
			launchWithNode = sourceExt.includes(path.extname(executableFile));
			let proc;
			if (process.platform !== "win32") {
				if (launchWithNode) {
					args.unshift(executableFile);
					args = incrementNodeInspectorPort(process.execArgv).concat(args);
					proc = childProcess.spawn(process.argv[0], args, { stdio: "inherit" });
				} else proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
			} else {
				this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				args.unshift(executableFile);
				args = incrementNodeInspectorPort(process.execArgv).concat(args);
				proc = childProcess.spawn(process.execPath, args, { stdio: "inherit" });
			}
			if (!proc.killed) [
				"SIGUSR1",
				"SIGUSR2",
				"SIGTERM",
				"SIGINT",
				"SIGHUP"
			].forEach((signal) => {
				process.on(signal, () => {
					if (proc.killed === false && proc.exitCode === null) proc.kill(signal);
				});
			});
			const exitCallback = this._exitCallback;
			proc.on("close", (code) => {
				code = code ?? 1;
				if (!exitCallback) process.exit(code);
				else exitCallback(new CommanderError(code, "commander.executeSubCommandAsync", "(close)"));
			});
			proc.on("error", (err) => {
				if (err.code === "ENOENT") this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				else if (err.code === "EACCES") throw new Error(`'${executableFile}' not executable`);
				if (!exitCallback) process.exit(1);
				else {
					const wrappedError = new CommanderError(1, "commander.executeSubCommandAsync", "(error)");
					wrappedError.nestedError = err;
					exitCallback(wrappedError);
				}
			});
			this.runningCommand = proc;
		}
		/**
		* @private
		*/
		_dispatchSubcommand(commandName, operands, unknown) {
			const subCommand = this._findCommand(commandName);
			if (!subCommand) this.help({ error: true });
			subCommand._prepareForParse();
			let promiseChain;
			promiseChain = this._chainOrCallSubCommandHook(promiseChain, subCommand, "preSubcommand");
			promiseChain = this._chainOrCall(promiseChain, () => {
				if (subCommand._executableHandler) this._executeSubCommand(subCommand, operands.concat(unknown));
				else return subCommand._parseCommand(operands, unknown);
			});
			return promiseChain;
		}
		/**
		* Invoke help directly if possible, or dispatch if necessary.
		* e.g. help foo
		*
		* @private
		*/
		_dispatchHelpCommand(subcommandName) {
			if (!subcommandName) this.help();
			const subCommand = this._findCommand(subcommandName);
			if (subCommand && !subCommand._executableHandler) subCommand.help();
			return this._dispatchSubcommand(subcommandName, [], [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]);
		}
		/**
		* Check this.args against expected this.registeredArguments.
		*
		* @private
		*/
		_checkNumberOfArguments() {
			this.registeredArguments.forEach((arg, i) => {
				if (arg.required && this.args[i] == null) this.missingArgument(arg.name());
			});
			if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) return;
			if (this.args.length > this.registeredArguments.length) this._excessArguments(this.args);
		}
		/**
		* Process this.args using this.registeredArguments and save as this.processedArgs!
		*
		* @private
		*/
		_processArguments() {
			const myParseArg = (argument, value, previous) => {
				let parsedValue = value;
				if (value !== null && argument.parseArg) {
					const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
					parsedValue = this._callParseArg(argument, value, previous, invalidValueMessage);
				}
				return parsedValue;
			};
			this._checkNumberOfArguments();
			const processedArgs = [];
			this.registeredArguments.forEach((declaredArg, index) => {
				let value = declaredArg.defaultValue;
				if (declaredArg.variadic) {
					if (index < this.args.length) {
						value = this.args.slice(index);
						if (declaredArg.parseArg) value = value.reduce((processed, v) => {
							return myParseArg(declaredArg, v, processed);
						}, declaredArg.defaultValue);
					} else if (value === void 0) value = [];
				} else if (index < this.args.length) {
					value = this.args[index];
					if (declaredArg.parseArg) value = myParseArg(declaredArg, value, declaredArg.defaultValue);
				}
				processedArgs[index] = value;
			});
			this.processedArgs = processedArgs;
		}
		/**
		* Once we have a promise we chain, but call synchronously until then.
		*
		* @param {(Promise|undefined)} promise
		* @param {Function} fn
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCall(promise, fn) {
			if (promise?.then && typeof promise.then === "function") return promise.then(() => fn());
			return fn();
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallHooks(promise, event) {
			let result = promise;
			const hooks = [];
			this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
				hookedCommand._lifeCycleHooks[event].forEach((callback) => {
					hooks.push({
						hookedCommand,
						callback
					});
				});
			});
			if (event === "postAction") hooks.reverse();
			hooks.forEach((hookDetail) => {
				result = this._chainOrCall(result, () => {
					return hookDetail.callback(hookDetail.hookedCommand, this);
				});
			});
			return result;
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {Command} subCommand
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallSubCommandHook(promise, subCommand, event) {
			let result = promise;
			if (this._lifeCycleHooks[event] !== void 0) this._lifeCycleHooks[event].forEach((hook) => {
				result = this._chainOrCall(result, () => {
					return hook(this, subCommand);
				});
			});
			return result;
		}
		/**
		* Process arguments in context of this command.
		* Returns action result, in case it is a promise.
		*
		* @private
		*/
		_parseCommand(operands, unknown) {
			const parsed = this.parseOptions(unknown);
			this._parseOptionsEnv();
			this._parseOptionsImplied();
			operands = operands.concat(parsed.operands);
			unknown = parsed.unknown;
			this.args = operands.concat(unknown);
			if (operands && this._findCommand(operands[0])) return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
			if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) return this._dispatchHelpCommand(operands[1]);
			if (this._defaultCommandName) {
				this._outputHelpIfRequested(unknown);
				return this._dispatchSubcommand(this._defaultCommandName, operands, unknown);
			}
			if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) this.help({ error: true });
			this._outputHelpIfRequested(parsed.unknown);
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			const checkForUnknownOptions = () => {
				if (parsed.unknown.length > 0) this.unknownOption(parsed.unknown[0]);
			};
			const commandEvent = `command:${this.name()}`;
			if (this._actionHandler) {
				checkForUnknownOptions();
				this._processArguments();
				let promiseChain;
				promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
				promiseChain = this._chainOrCall(promiseChain, () => this._actionHandler(this.processedArgs));
				if (this.parent) promiseChain = this._chainOrCall(promiseChain, () => {
					this.parent.emit(commandEvent, operands, unknown);
				});
				promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
				return promiseChain;
			}
			if (this.parent?.listenerCount(commandEvent)) {
				checkForUnknownOptions();
				this._processArguments();
				this.parent.emit(commandEvent, operands, unknown);
			} else if (operands.length) {
				if (this._findCommand("*")) return this._dispatchSubcommand("*", operands, unknown);
				if (this.listenerCount("command:*")) this.emit("command:*", operands, unknown);
				else if (this.commands.length) this.unknownCommand();
				else {
					checkForUnknownOptions();
					this._processArguments();
				}
			} else if (this.commands.length) {
				checkForUnknownOptions();
				this.help({ error: true });
			} else {
				checkForUnknownOptions();
				this._processArguments();
			}
		}
		/**
		* Find matching command.
		*
		* @private
		* @return {Command | undefined}
		*/
		_findCommand(name) {
			if (!name) return void 0;
			return this.commands.find((cmd) => cmd._name === name || cmd._aliases.includes(name));
		}
		/**
		* Return an option matching `arg` if any.
		*
		* @param {string} arg
		* @return {Option}
		* @package
		*/
		_findOption(arg) {
			return this.options.find((option) => option.is(arg));
		}
		/**
		* Display an error message if a mandatory option does not have a value.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForMissingMandatoryOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd.options.forEach((anOption) => {
					if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) cmd.missingMandatoryOptionValue(anOption);
				});
			});
		}
		/**
		* Display an error message if conflicting options are used together in this.
		*
		* @private
		*/
		_checkForConflictingLocalOptions() {
			const definedNonDefaultOptions = this.options.filter((option) => {
				const optionKey = option.attributeName();
				if (this.getOptionValue(optionKey) === void 0) return false;
				return this.getOptionValueSource(optionKey) !== "default";
			});
			definedNonDefaultOptions.filter((option) => option.conflictsWith.length > 0).forEach((option) => {
				const conflictingAndDefined = definedNonDefaultOptions.find((defined) => option.conflictsWith.includes(defined.attributeName()));
				if (conflictingAndDefined) this._conflictingOption(option, conflictingAndDefined);
			});
		}
		/**
		* Display an error message if conflicting options are used together.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForConflictingOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd._checkForConflictingLocalOptions();
			});
		}
		/**
		* Parse options from `argv` removing known options,
		* and return argv split into operands and unknown arguments.
		*
		* Side effects: modifies command by storing options. Does not reset state if called again.
		*
		* Examples:
		*
		*     argv => operands, unknown
		*     --known kkk op => [op], []
		*     op --known kkk => [op], []
		*     sub --unknown uuu op => [sub], [--unknown uuu op]
		*     sub -- --unknown uuu op => [sub --unknown uuu op], []
		*
		* @param {string[]} args
		* @return {{operands: string[], unknown: string[]}}
		*/
		parseOptions(args) {
			const operands = [];
			const unknown = [];
			let dest = operands;
			function maybeOption(arg) {
				return arg.length > 1 && arg[0] === "-";
			}
			const negativeNumberArg = (arg) => {
				if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
				return !this._getCommandAndAncestors().some((cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short)));
			};
			let activeVariadicOption = null;
			let activeGroup = null;
			let i = 0;
			while (i < args.length || activeGroup) {
				const arg = activeGroup ?? args[i++];
				activeGroup = null;
				if (arg === "--") {
					if (dest === unknown) dest.push(arg);
					dest.push(...args.slice(i));
					break;
				}
				if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
					this.emit(`option:${activeVariadicOption.name()}`, arg);
					continue;
				}
				activeVariadicOption = null;
				if (maybeOption(arg)) {
					const option = this._findOption(arg);
					if (option) {
						if (option.required) {
							const value = args[i++];
							if (value === void 0) this.optionMissingArgument(option);
							this.emit(`option:${option.name()}`, value);
						} else if (option.optional) {
							let value = null;
							if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) value = args[i++];
							this.emit(`option:${option.name()}`, value);
						} else this.emit(`option:${option.name()}`);
						activeVariadicOption = option.variadic ? option : null;
						continue;
					}
				}
				if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
					const option = this._findOption(`-${arg[1]}`);
					if (option) {
						if (option.required || option.optional && this._combineFlagAndOptionalValue) this.emit(`option:${option.name()}`, arg.slice(2));
						else {
							this.emit(`option:${option.name()}`);
							activeGroup = `-${arg.slice(2)}`;
						}
						continue;
					}
				}
				if (/^--[^=]+=/.test(arg)) {
					const index = arg.indexOf("=");
					const option = this._findOption(arg.slice(0, index));
					if (option && (option.required || option.optional)) {
						this.emit(`option:${option.name()}`, arg.slice(index + 1));
						continue;
					}
				}
				if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) dest = unknown;
				if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
					if (this._findCommand(arg)) {
						operands.push(arg);
						unknown.push(...args.slice(i));
						break;
					} else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
						operands.push(arg, ...args.slice(i));
						break;
					} else if (this._defaultCommandName) {
						unknown.push(arg, ...args.slice(i));
						break;
					}
				}
				if (this._passThroughOptions) {
					dest.push(arg, ...args.slice(i));
					break;
				}
				dest.push(arg);
			}
			return {
				operands,
				unknown
			};
		}
		/**
		* Return an object containing local option values as key-value pairs.
		*
		* @return {object}
		*/
		opts() {
			if (this._storeOptionsAsProperties) {
				const result = {};
				const len = this.options.length;
				for (let i = 0; i < len; i++) {
					const key = this.options[i].attributeName();
					result[key] = key === this._versionOptionName ? this._version : this[key];
				}
				return result;
			}
			return this._optionValues;
		}
		/**
		* Return an object containing merged local and global option values as key-value pairs.
		*
		* @return {object}
		*/
		optsWithGlobals() {
			return this._getCommandAndAncestors().reduce((combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()), {});
		}
		/**
		* Display error message and exit (or call exitOverride).
		*
		* @param {string} message
		* @param {object} [errorOptions]
		* @param {string} [errorOptions.code] - an id string representing the error
		* @param {number} [errorOptions.exitCode] - used with process.exit
		*/
		error(message, errorOptions) {
			this._outputConfiguration.outputError(`${message}\n`, this._outputConfiguration.writeErr);
			if (typeof this._showHelpAfterError === "string") this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
			else if (this._showHelpAfterError) {
				this._outputConfiguration.writeErr("\n");
				this.outputHelp({ error: true });
			}
			const config = errorOptions || {};
			const exitCode = config.exitCode || 1;
			const code = config.code || "commander.error";
			this._exit(exitCode, code, message);
		}
		/**
		* Apply any option related environment variables, if option does
		* not have a value from cli or client code.
		*
		* @private
		*/
		_parseOptionsEnv() {
			this.options.forEach((option) => {
				if (option.envVar && option.envVar in process.env) {
					const optionKey = option.attributeName();
					if (this.getOptionValue(optionKey) === void 0 || [
						"default",
						"config",
						"env"
					].includes(this.getOptionValueSource(optionKey))) {
						if (option.required || option.optional) this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
						else this.emit(`optionEnv:${option.name()}`);
					}
				}
			});
		}
		/**
		* Apply any implied option values, if option is undefined or default value.
		*
		* @private
		*/
		_parseOptionsImplied() {
			const dualHelper = new DualOptions(this.options);
			const hasCustomOptionValue = (optionKey) => {
				return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
			};
			this.options.filter((option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(this.getOptionValue(option.attributeName()), option)).forEach((option) => {
				Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
					this.setOptionValueWithSource(impliedKey, option.implied[impliedKey], "implied");
				});
			});
		}
		/**
		* Argument `name` is missing.
		*
		* @param {string} name
		* @private
		*/
		missingArgument(name) {
			const message = `error: missing required argument '${name}'`;
			this.error(message, { code: "commander.missingArgument" });
		}
		/**
		* `Option` is missing an argument.
		*
		* @param {Option} option
		* @private
		*/
		optionMissingArgument(option) {
			const message = `error: option '${option.flags}' argument missing`;
			this.error(message, { code: "commander.optionMissingArgument" });
		}
		/**
		* `Option` does not have a value, and is a mandatory option.
		*
		* @param {Option} option
		* @private
		*/
		missingMandatoryOptionValue(option) {
			const message = `error: required option '${option.flags}' not specified`;
			this.error(message, { code: "commander.missingMandatoryOptionValue" });
		}
		/**
		* `Option` conflicts with another option.
		*
		* @param {Option} option
		* @param {Option} conflictingOption
		* @private
		*/
		_conflictingOption(option, conflictingOption) {
			const findBestOptionFromValue = (option) => {
				const optionKey = option.attributeName();
				const optionValue = this.getOptionValue(optionKey);
				const negativeOption = this.options.find((target) => target.negate && optionKey === target.attributeName());
				const positiveOption = this.options.find((target) => !target.negate && optionKey === target.attributeName());
				if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) return negativeOption;
				return positiveOption || option;
			};
			const getErrorMessage = (option) => {
				const bestOption = findBestOptionFromValue(option);
				const optionKey = bestOption.attributeName();
				if (this.getOptionValueSource(optionKey) === "env") return `environment variable '${bestOption.envVar}'`;
				return `option '${bestOption.flags}'`;
			};
			const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
			this.error(message, { code: "commander.conflictingOption" });
		}
		/**
		* Unknown option `flag`.
		*
		* @param {string} flag
		* @private
		*/
		unknownOption(flag) {
			if (this._allowUnknownOption) return;
			let suggestion = "";
			if (flag.startsWith("--") && this._showSuggestionAfterError) {
				let candidateFlags = [];
				let command = this;
				do {
					const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
					candidateFlags = candidateFlags.concat(moreFlags);
					command = command.parent;
				} while (command && !command._enablePositionalOptions);
				suggestion = suggestSimilar(flag, candidateFlags);
			}
			const message = `error: unknown option '${flag}'${suggestion}`;
			this.error(message, { code: "commander.unknownOption" });
		}
		/**
		* Excess arguments, more than expected.
		*
		* @param {string[]} receivedArgs
		* @private
		*/
		_excessArguments(receivedArgs) {
			if (this._allowExcessArguments) return;
			const expected = this.registeredArguments.length;
			const s = expected === 1 ? "" : "s";
			const message = `error: too many arguments${this.parent ? ` for '${this.name()}'` : ""}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
			this.error(message, { code: "commander.excessArguments" });
		}
		/**
		* Unknown command.
		*
		* @private
		*/
		unknownCommand() {
			const unknownName = this.args[0];
			let suggestion = "";
			if (this._showSuggestionAfterError) {
				const candidateNames = [];
				this.createHelp().visibleCommands(this).forEach((command) => {
					candidateNames.push(command.name());
					if (command.alias()) candidateNames.push(command.alias());
				});
				suggestion = suggestSimilar(unknownName, candidateNames);
			}
			const message = `error: unknown command '${unknownName}'${suggestion}`;
			this.error(message, { code: "commander.unknownCommand" });
		}
		/**
		* Get or set the program version.
		*
		* This method auto-registers the "-V, --version" option which will print the version number.
		*
		* You can optionally supply the flags and description to override the defaults.
		*
		* @param {string} [str]
		* @param {string} [flags]
		* @param {string} [description]
		* @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
		*/
		version(str, flags, description) {
			if (str === void 0) return this._version;
			this._version = str;
			flags = flags || "-V, --version";
			description = description || "output the version number";
			const versionOption = this.createOption(flags, description);
			this._versionOptionName = versionOption.attributeName();
			this._registerOption(versionOption);
			this.on("option:" + versionOption.name(), () => {
				this._outputConfiguration.writeOut(`${str}\n`);
				this._exit(0, "commander.version", str);
			});
			return this;
		}
		/**
		* Set the description.
		*
		* @param {string} [str]
		* @param {object} [argsDescription]
		* @return {(string|Command)}
		*/
		description(str, argsDescription) {
			if (str === void 0 && argsDescription === void 0) return this._description;
			this._description = str;
			if (argsDescription) this._argsDescription = argsDescription;
			return this;
		}
		/**
		* Set the summary. Used when listed as subcommand of parent.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		summary(str) {
			if (str === void 0) return this._summary;
			this._summary = str;
			return this;
		}
		/**
		* Set an alias for the command.
		*
		* You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
		*
		* @param {string} [alias]
		* @return {(string|Command)}
		*/
		alias(alias) {
			if (alias === void 0) return this._aliases[0];
			/** @type {Command} */
			let command = this;
			if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) command = this.commands[this.commands.length - 1];
			if (alias === command._name) throw new Error("Command alias can't be the same as its name");
			const matchingCommand = this.parent?._findCommand(alias);
			if (matchingCommand) {
				const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
				throw new Error(`cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`);
			}
			command._aliases.push(alias);
			return this;
		}
		/**
		* Set aliases for the command.
		*
		* Only the first alias is shown in the auto-generated help.
		*
		* @param {string[]} [aliases]
		* @return {(string[]|Command)}
		*/
		aliases(aliases) {
			if (aliases === void 0) return this._aliases;
			aliases.forEach((alias) => this.alias(alias));
			return this;
		}
		/**
		* Set / get the command usage `str`.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		usage(str) {
			if (str === void 0) {
				if (this._usage) return this._usage;
				const args = this.registeredArguments.map((arg) => {
					return humanReadableArgName(arg);
				});
				return [].concat(this.options.length || this._helpOption !== null ? "[options]" : [], this.commands.length ? "[command]" : [], this.registeredArguments.length ? args : []).join(" ");
			}
			this._usage = str;
			return this;
		}
		/**
		* Get or set the name of the command.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		name(str) {
			if (str === void 0) return this._name;
			this._name = str;
			return this;
		}
		/**
		* Set/get the help group heading for this subcommand in parent command's help.
		*
		* @param {string} [heading]
		* @return {Command | string}
		*/
		helpGroup(heading) {
			if (heading === void 0) return this._helpGroupHeading ?? "";
			this._helpGroupHeading = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for subcommands added to this command.
		* (This does not override a group set directly on the subcommand using .helpGroup().)
		*
		* @example
		* program.commandsGroup('Development Commands:);
		* program.command('watch')...
		* program.command('lint')...
		* ...
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		commandsGroup(heading) {
			if (heading === void 0) return this._defaultCommandGroup ?? "";
			this._defaultCommandGroup = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for options added to this command.
		* (This does not override a group set directly on the option using .helpGroup().)
		*
		* @example
		* program
		*   .optionsGroup('Development Options:')
		*   .option('-d, --debug', 'output extra debugging')
		*   .option('-p, --profile', 'output profiling information')
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		optionsGroup(heading) {
			if (heading === void 0) return this._defaultOptionGroup ?? "";
			this._defaultOptionGroup = heading;
			return this;
		}
		/**
		* @param {Option} option
		* @private
		*/
		_initOptionGroup(option) {
			if (this._defaultOptionGroup && !option.helpGroupHeading) option.helpGroup(this._defaultOptionGroup);
		}
		/**
		* @param {Command} cmd
		* @private
		*/
		_initCommandGroup(cmd) {
			if (this._defaultCommandGroup && !cmd.helpGroup()) cmd.helpGroup(this._defaultCommandGroup);
		}
		/**
		* Set the name of the command from script filename, such as process.argv[1],
		* or require.main.filename, or __filename.
		*
		* (Used internally and public although not documented in README.)
		*
		* @example
		* program.nameFromFilename(require.main.filename);
		*
		* @param {string} filename
		* @return {Command}
		*/
		nameFromFilename(filename) {
			this._name = path.basename(filename, path.extname(filename));
			return this;
		}
		/**
		* Get or set the directory for searching for executable subcommands of this command.
		*
		* @example
		* program.executableDir(__dirname);
		* // or
		* program.executableDir('subcommands');
		*
		* @param {string} [path]
		* @return {(string|null|Command)}
		*/
		executableDir(path) {
			if (path === void 0) return this._executableDir;
			this._executableDir = path;
			return this;
		}
		/**
		* Return program help documentation.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
		* @return {string}
		*/
		helpInformation(contextOptions) {
			const helper = this.createHelp();
			const context = this._getOutputContext(contextOptions);
			helper.prepareContext({
				error: context.error,
				helpWidth: context.helpWidth,
				outputHasColors: context.hasColors
			});
			const text = helper.formatHelp(this, helper);
			if (context.hasColors) return text;
			return this._outputConfiguration.stripColor(text);
		}
		/**
		* @typedef HelpContext
		* @type {object}
		* @property {boolean} error
		* @property {number} helpWidth
		* @property {boolean} hasColors
		* @property {function} write - includes stripColor if needed
		*
		* @returns {HelpContext}
		* @private
		*/
		_getOutputContext(contextOptions) {
			contextOptions = contextOptions || {};
			const error = !!contextOptions.error;
			let baseWrite;
			let hasColors;
			let helpWidth;
			if (error) {
				baseWrite = (str) => this._outputConfiguration.writeErr(str);
				hasColors = this._outputConfiguration.getErrHasColors();
				helpWidth = this._outputConfiguration.getErrHelpWidth();
			} else {
				baseWrite = (str) => this._outputConfiguration.writeOut(str);
				hasColors = this._outputConfiguration.getOutHasColors();
				helpWidth = this._outputConfiguration.getOutHelpWidth();
			}
			const write = (str) => {
				if (!hasColors) str = this._outputConfiguration.stripColor(str);
				return baseWrite(str);
			};
			return {
				error,
				write,
				hasColors,
				helpWidth
			};
		}
		/**
		* Output help information for this command.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		outputHelp(contextOptions) {
			let deprecatedCallback;
			if (typeof contextOptions === "function") {
				deprecatedCallback = contextOptions;
				contextOptions = void 0;
			}
			const outputContext = this._getOutputContext(contextOptions);
			/** @type {HelpTextEventContext} */
			const eventContext = {
				error: outputContext.error,
				write: outputContext.write,
				command: this
			};
			this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
			this.emit("beforeHelp", eventContext);
			let helpInformation = this.helpInformation({ error: outputContext.error });
			if (deprecatedCallback) {
				helpInformation = deprecatedCallback(helpInformation);
				if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) throw new Error("outputHelp callback must return a string or a Buffer");
			}
			outputContext.write(helpInformation);
			if (this._getHelpOption()?.long) this.emit(this._getHelpOption().long);
			this.emit("afterHelp", eventContext);
			this._getCommandAndAncestors().forEach((command) => command.emit("afterAllHelp", eventContext));
		}
		/**
		* You can pass in flags and a description to customise the built-in help option.
		* Pass in false to disable the built-in help option.
		*
		* @example
		* program.helpOption('-?, --help' 'show help'); // customise
		* program.helpOption(false); // disable
		*
		* @param {(string | boolean)} flags
		* @param {string} [description]
		* @return {Command} `this` command for chaining
		*/
		helpOption(flags, description) {
			if (typeof flags === "boolean") {
				if (flags) {
					if (this._helpOption === null) this._helpOption = void 0;
					if (this._defaultOptionGroup) this._initOptionGroup(this._getHelpOption());
				} else this._helpOption = null;
				return this;
			}
			this._helpOption = this.createOption(flags ?? "-h, --help", description ?? "display help for command");
			if (flags || description) this._initOptionGroup(this._helpOption);
			return this;
		}
		/**
		* Lazy create help option.
		* Returns null if has been disabled with .helpOption(false).
		*
		* @returns {(Option | null)} the help option
		* @package
		*/
		_getHelpOption() {
			if (this._helpOption === void 0) this.helpOption(void 0, void 0);
			return this._helpOption;
		}
		/**
		* Supply your own option to use for the built-in help option.
		* This is an alternative to using helpOption() to customise the flags and description etc.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addHelpOption(option) {
			this._helpOption = option;
			this._initOptionGroup(option);
			return this;
		}
		/**
		* Output help information and exit.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		help(contextOptions) {
			this.outputHelp(contextOptions);
			let exitCode = Number(process.exitCode ?? 0);
			if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) exitCode = 1;
			this._exit(exitCode, "commander.help", "(outputHelp)");
		}
		/**
		* // Do a little typing to coordinate emit and listener for the help text events.
		* @typedef HelpTextEventContext
		* @type {object}
		* @property {boolean} error
		* @property {Command} command
		* @property {function} write
		*/
		/**
		* Add additional text to be displayed with the built-in help.
		*
		* Position is 'before' or 'after' to affect just this command,
		* and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
		*
		* @param {string} position - before or after built-in help
		* @param {(string | Function)} text - string to add, or a function returning a string
		* @return {Command} `this` command for chaining
		*/
		addHelpText(position, text) {
			const allowedValues = [
				"beforeAll",
				"before",
				"after",
				"afterAll"
			];
			if (!allowedValues.includes(position)) throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
			const helpEvent = `${position}Help`;
			this.on(helpEvent, (context) => {
				let helpStr;
				if (typeof text === "function") helpStr = text({
					error: context.error,
					command: context.command
				});
				else helpStr = text;
				if (helpStr) context.write(`${helpStr}\n`);
			});
			return this;
		}
		/**
		* Output help information if help flags specified
		*
		* @param {Array} args - array of options to search for help flags
		* @private
		*/
		_outputHelpIfRequested(args) {
			const helpOption = this._getHelpOption();
			if (helpOption && args.find((arg) => helpOption.is(arg))) {
				this.outputHelp();
				this._exit(0, "commander.helpDisplayed", "(outputHelp)");
			}
		}
	};
	/**
	* Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
	*
	* @param {string[]} args - array of arguments from node.execArgv
	* @returns {string[]}
	* @private
	*/
	function incrementNodeInspectorPort(args) {
		return args.map((arg) => {
			if (!arg.startsWith("--inspect")) return arg;
			let debugOption;
			let debugHost = "127.0.0.1";
			let debugPort = "9229";
			let match;
			if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) debugOption = match[1];
			else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
				debugOption = match[1];
				if (/^\d+$/.test(match[3])) debugPort = match[3];
				else debugHost = match[3];
			} else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
				debugOption = match[1];
				debugHost = match[3];
				debugPort = match[4];
			}
			if (debugOption && debugPort !== "0") return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
			return arg;
		});
	}
	/**
	* @returns {boolean | undefined}
	* @package
	*/
	function useColor() {
		if (process.env.NO_COLOR || process.env.FORCE_COLOR === "0" || process.env.FORCE_COLOR === "false") return false;
		if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== void 0) return true;
	}
	exports.Command = Command;
	exports.useColor = useColor;
}));

// node_modules/commander/index.js
var require_commander = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { Argument } = require_argument();
	const { Command } = require_command();
	const { CommanderError, InvalidArgumentError } = require_error();
	const { Help } = require_help();
	const { Option } = require_option();
	exports.program = new Command();
	exports.createCommand = (name) => new Command(name);
	exports.createOption = (flags, description) => new Option(flags, description);
	exports.createArgument = (name, description) => new Argument(name, description);
	/**
	* Expose classes
	*/
	exports.Command = Command;
	exports.Option = Option;
	exports.Argument = Argument;
	exports.Help = Help;
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
	exports.InvalidOptionArgumentError = InvalidArgumentError;
}));

// node_modules/commander/esm.mjs
var import_commander = /* @__PURE__ */ __toESM(require_commander(), 1);
const { program, createCommand, createArgument, createOption, CommanderError, InvalidArgumentError, InvalidOptionArgumentError, Command, Argument, Option, Help } = import_commander.default;

// package.json
var version$1 = "0.1.0";

// src/judge/outcome.ts
/** The gravest row decides the outcome, never an average. */
function outcomeOf(rows) {
	if (rows.some((row) => row.severity === "fail")) return "fail";
	return rows.some((row) => row.severity === "warn") ? "warn" : "pass";
}
const DATA_MISSING = /* @__PURE__ */ new Set(["missing", "failed"]);
/** Exit code: 1 when a row is over its budget, 3 when everything that fails is missing data, otherwise 0. */
function exitCodeOf({ rows }) {
	const failing = rows.filter((row) => row.severity === "fail");
	if (failing.length === 0) return EXIT.pass;
	return failing.every((row) => DATA_MISSING.has(row.verdict)) ? EXIT.measurement : EXIT.overBudget;
}

// node_modules/balanced-match/dist/esm/index.js
const range = (a, b, str) => {
	let begs, beg, left, right = void 0, result;
	let ai = str.indexOf(a);
	let bi = str.indexOf(b, ai + 1);
	let i = ai;
	if (ai >= 0 && bi > 0) {
		if (a === b) return [ai, bi];
		begs = [];
		left = str.length;
		while (i >= 0 && !result) {
			if (i === ai) {
				begs.push(i);
				ai = str.indexOf(a, i + 1);
			} else if (begs.length === 1) {
				const r = begs.pop();
				if (r !== void 0) result = [r, bi];
			} else {
				beg = begs.pop();
				if (beg !== void 0 && beg < left) {
					left = beg;
					right = bi;
				}
				bi = str.indexOf(b, i + 1);
			}
			i = ai < bi && ai >= 0 ? ai : bi;
		}
		if (begs.length && right !== void 0) result = [left, right];
	}
	return result;
};

// node_modules/brace-expansion/dist/esm/index.js
const escSlash = "\0SLASH" + Math.random().toFixed(16) + "\0";
const escOpen = "\0OPEN" + Math.random().toFixed(16) + "\0";
const escClose = "\0CLOSE" + Math.random().toFixed(16) + "\0";
const escComma = "\0COMMA" + Math.random().toFixed(16) + "\0";
const escPeriod = "\0PERIOD" + Math.random().toFixed(16) + "\0";
const escSlashPattern = new RegExp(escSlash, "g");
const escOpenPattern = new RegExp(escOpen, "g");
const escClosePattern = new RegExp(escClose, "g");
const escCommaPattern = new RegExp(escComma, "g");
const escPeriodPattern = new RegExp(escPeriod, "g");
const slashPattern = /\\\\/g;
const openPattern = /\\{/g;
const closePattern = /\\}/g;
const commaPattern = /\\,/g;
const periodPattern = /\\\./g;
const EXPANSION_MAX = 1e5;
const EXPANSION_MAX_LENGTH = 4e6;
const EXPANSION_MAX_DEPTH = 1e3;
const EXPANSION_MAX_REWRITES = 1e3;
const EXPANSION_MAX_STEPS = 2e7;
const CALL_STEPS = 16;
function numeric(str) {
	return !isNaN(str) ? parseInt(str, 10) : str.charCodeAt(0);
}
function escapeBraces(str) {
	return str.replace(slashPattern, escSlash).replace(openPattern, escOpen).replace(closePattern, escClose).replace(commaPattern, escComma).replace(periodPattern, escPeriod);
}
function unescapeBraces(str) {
	return str.replace(escSlashPattern, "\\").replace(escOpenPattern, "{").replace(escClosePattern, "}").replace(escCommaPattern, ",").replace(escPeriodPattern, ".");
}
function pushAll(target, items) {
	for (let i = 0; i < items.length; i++) target.push(items[i]);
}
function balancedWithBudget(str, masked, budget) {
	if (budget.remaining < 0) return;
	const r = range("{", "}", masked);
	const unmatched = r !== void 0 && masked.indexOf("{") < r[0];
	budget.remaining -= r && !unmatched ? r[1] + 1 : str.length;
	if (!r || budget.remaining < 0) return;
	return {
		end: r[1],
		pre: str.slice(0, r[0]),
		body: str.slice(r[0] + 1, r[1]),
		post: str.slice(r[1] + 1),
		unmatched
	};
}
function maskUnmatchedOpens(masked, budget) {
	budget.remaining -= masked.length;
	const open = [];
	for (let i = 0; i < masked.length; i++) {
		const c = masked.charCodeAt(i);
		if (c === 123) open.push(i);
		else if (c === 125 && open.length) open.pop();
	}
	let out = "";
	let last = 0;
	for (let i = 0; i < open.length; i++) {
		const at = open[i];
		out += masked.slice(last, at) + "\0";
		last = at + 1;
	}
	return out + masked.slice(last);
}
function commaSetFollows(str, budget) {
	budget.remaining -= str.length;
	if (budget.remaining < 0) return false;
	let close = false;
	for (let i = str.length - 1; i >= 0; i--) {
		const c = str.charCodeAt(i);
		if (c === 125) close = true;
		else if (c === 10 || c === 13 || c === 8232 || c === 8233) close = false;
		else if (c === 44 && close && str.charCodeAt(i + 1) !== 44) return true;
	}
	return false;
}
/**
* Basically just str.split(","), but handling cases
* where we have nested braced sections, which should be
* treated as individual members, like {a,{b,c},d}
*
* Returns `undefined` if the step budget runs out before the whole set is
* split, since splitting what is left on every comma would tear apart the
* nested sets it still holds.
*/
function parseCommaParts(str, budget) {
	const parts = [];
	let carry = "";
	for (;;) {
		const m = balancedWithBudget(str, str, budget);
		if (budget.remaining < 0) return;
		if (!m) {
			const tail = str.split(",");
			tail[0] = carry + tail[0];
			pushAll(parts, tail);
			return parts;
		}
		const { pre, body, post } = m;
		const p = pre.split(",");
		p[0] = carry + p[0];
		p[p.length - 1] += "{" + body + "}";
		if (!post.length) {
			pushAll(parts, p);
			return parts;
		}
		carry = p.pop();
		pushAll(parts, p);
		str = post;
	}
}
function bound(value, fallback) {
	return value === void 0 || isNaN(value) ? fallback : value;
}
function expand(str, options = {}) {
	if (!str) return [];
	const max = bound(options.max, EXPANSION_MAX);
	const maxLength = bound(options.maxLength, EXPANSION_MAX_LENGTH);
	const maxDepth = bound(options.maxDepth, EXPANSION_MAX_DEPTH);
	const maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES);
	const maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS);
	if (str.slice(0, 2) === "{}") str = "\\{\\}" + str.slice(2);
	return expand_(escapeBraces(str), max, maxLength, maxDepth, 0, maxRewrites, { remaining: maxSteps }, true).map(unescapeBraces);
}
function embrace(str) {
	return "{" + str + "}";
}
function isPadded(el) {
	return /^-?0\d/.test(el);
}
function lte(i, y) {
	return i <= y;
}
function gte(i, y) {
	return i >= y;
}
function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
	const out = [];
	let length = 0;
	let nonEmpty;
	outer: for (let a = 0; a < acc.length; a++) {
		const prefix = acc[a] + pre;
		let vs = values;
		if (dropEmpties && !prefix) {
			if (!nonEmpty) nonEmpty = values.filter((v) => v);
			vs = nonEmpty;
		}
		for (let v = 0; v < vs.length; v++) {
			if (out.length >= max) break outer;
			const expansion = prefix + vs[v];
			if (length + expansion.length > maxLength) break outer;
			out.push(expansion);
			length += expansion.length;
		}
	}
	budget.remaining -= out.length;
	return out;
}
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
	const n = body.split(/\.\./);
	const N = [];
	/* c8 ignore start */
	if (n[0] === void 0 || n[1] === void 0) return N;
	/* c8 ignore stop */
	const x = numeric(n[0]);
	const y = numeric(n[1]);
	const width = Math.max(n[0].length, n[1].length);
	let incr = n.length === 3 && n[2] !== void 0 ? Math.max(Math.abs(numeric(n[2])), 1) : 1;
	let test = lte;
	if (y < x) {
		incr *= -1;
		test = gte;
	}
	const pad = n.some(isPadded);
	const cost = pad ? width : 1;
	let length = 0;
	for (let i = x; test(i, y) && N.length < max; i += incr) {
		budget.remaining -= cost;
		if (budget.remaining < 0) return;
		let c;
		if (isAlphaSequence) {
			c = String.fromCharCode(i);
			if (c === "\\") c = "";
		} else {
			c = String(i);
			if (pad) {
				const need = width - c.length;
				if (need > 0) {
					const z = new Array(need + 1).join("0");
					if (i < 0) c = "-" + z + c.slice(1);
					else c = z + c;
				}
			}
		}
		if (length + c.length > maxLength) break;
		N.push(c);
		length += c.length;
	}
	return N;
}
function expand_(str, max, maxLength, maxDepth, depth, maxRewrites, budget, isTop) {
	budget.remaining -= CALL_STEPS;
	if (depth > maxDepth) return [str];
	let acc = [""];
	let rewrites = 0;
	let dropEmpties = false;
	let firstGroup = true;
	let masked = str;
	for (;;) {
		const m = balancedWithBudget(str, masked, budget);
		if (!m) return combine(acc, str, [""], max, maxLength, dropEmpties, budget);
		if (m.unmatched) masked = maskUnmatchedOpens(masked, budget);
		const pre = m.pre;
		const literal = () => combine(acc, pre + "{" + m.body + "}" + m.post, [""], max, maxLength, dropEmpties, budget);
		if (/\$$/.test(pre)) {
			acc = combine(acc, pre + "{" + m.body + "}", [""], max, maxLength, dropEmpties && !m.post.length, budget);
			firstGroup = false;
			if (!m.post.length) break;
			str = m.post;
			masked = masked.slice(m.end + 1);
			continue;
		}
		const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body);
		const isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);
		const isSequence = isNumericSequence || isAlphaSequence;
		const isOptions = m.body.indexOf(",") >= 0;
		if (!isSequence && !isOptions) {
			if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
				rewrites++;
				str = m.pre + "{" + m.body + escClose + m.post;
				masked = masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
				isTop = true;
				continue;
			}
			return literal();
		}
		if (firstGroup) {
			dropEmpties = isTop && !isSequence;
			firstGroup = false;
		}
		let values;
		if (isSequence) {
			values = expandSequence(m.body, isAlphaSequence, max, maxLength, budget);
			if (!values) return literal();
		} else {
			let n = parseCommaParts(m.body, budget);
			if (!n) return literal();
			if (n.length === 1 && n[0] !== void 0) {
				n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false).map(embrace);
				if (budget.remaining < 0) return literal();
				/* c8 ignore start */
				if (n.length === 1) {
					const next = combine(acc, pre + n[0], [""], max, maxLength, dropEmpties && !m.post.length, budget);
					if (budget.remaining < 0) return literal();
					acc = next;
					if (!m.post.length) break;
					str = m.post;
					masked = masked.slice(m.end + 1);
					continue;
				}
			}
			let dropsEmpties = dropEmpties && !m.post.length && !pre;
			for (let d = 0; dropsEmpties && d < acc.length; d++) if (acc[d]) dropsEmpties = false;
			values = [];
			let valuesLength = 0;
			outer: for (let j = 0; j < n.length; j++) {
				const expanded = expand_(n[j], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false);
				if (budget.remaining < 0) return literal();
				for (let k = 0; k < expanded.length; k++) {
					const v = expanded[k];
					if (dropsEmpties && !v) continue;
					if (values.length >= max || valuesLength + v.length > maxLength) break outer;
					values.push(v);
					valuesLength += v.length;
				}
			}
		}
		const next = combine(acc, pre, values, max, maxLength, dropEmpties && !m.post.length, budget);
		if (budget.remaining < 0) return literal();
		acc = next;
		if (!m.post.length) break;
		str = m.post;
		masked = masked.slice(m.end + 1);
	}
	return acc;
}

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/numeric-range.js
const digit = (a, b) => a === b ? {
	t: "lit",
	ch: String(a)
} : {
	t: "class",
	re: new RegExp(`^[${a}-${b}]$`)
};
const prefix = (d, alts) => alts.map((s) => [digit(d, d), ...s]);
const fixed$1 = (a, b) => {
	if (!a) return [[]];
	let lo = +a[0];
	let hi = +b[0];
	const ra = a.slice(1);
	const rb = b.slice(1);
	if (lo === hi) return prefix(lo, fixed$1(ra, rb));
	const zeros = "0".repeat(ra.length);
	const nines = "9".repeat(ra.length);
	const out = [];
	if (ra !== zeros) out.push(...prefix(lo++, fixed$1(ra, nines)));
	const last = rb === nines ? [] : prefix(hi--, fixed$1(zeros, rb));
	if (lo <= hi) out.push([digit(lo, hi), ...Array.from(ra, () => digit(0, 9))]);
	out.push(...last);
	return out;
};
const nonneg = (a, b, width) => {
	if (width) return fixed$1(String(a).padStart(width, "0"), String(b).padStart(width, "0"));
	const out = [];
	for (let len = String(a).length; len <= String(b).length; len++) {
		const lo = Math.max(a, len === 1 ? 0 : 10 ** (len - 1));
		const hi = Math.min(b, 10 ** len - 1);
		out.push(...fixed$1(String(lo), String(hi)));
	}
	return out;
};
/**
* The strings that the bash brace expansion `{lo..hi}` makes, as
* the alternatives of an `@(...)` extglob. Each one is a sequence of
* digits and digit classes, so there are only a few of them, even for
* a large range.
*
* If either end has a leading zero, such as `{01..10}`, each number
* has leading zeros to make it as long as the longer end, counting a
* `-` sign. So `{-05..3}` makes `-05` to `-01`, then `000` to `003`.
*
* Returns undefined if either end is not a safe integer.
*/
const numericRange = (loStr, hiStr) => {
	let lo = Number(loStr);
	let hi = Number(hiStr);
	if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi)) return;
	if (lo > hi) [lo, hi] = [hi, lo];
	const width = /^-?0\d/.test(loStr) || /^-?0\d/.test(hiStr) ? Math.max(loStr.length, hiStr.length) : 0;
	const out = [];
	if (lo < 0) {
		const neg = nonneg(Math.max(-hi, 1), -lo, width && width - 1);
		out.push(...neg.map((s) => [{
			t: "lit",
			ch: "-"
		}, ...s]));
	}
	if (hi >= 0) out.push(...nonneg(Math.max(lo, 0), hi, width));
	return out;
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/parse-class.js
const posixClasses = {
	"[:alnum:]": ["\\p{L}\\p{Nl}\\p{Nd}"],
	"[:alpha:]": ["\\p{L}\\p{Nl}"],
	"[:ascii:]": ["\\x00-\\x7f"],
	"[:blank:]": ["\\p{Zs}\\t"],
	"[:cntrl:]": ["\\p{Cc}"],
	"[:digit:]": ["\\p{Nd}"],
	"[:graph:]": ["\\p{Z}\\p{C}", true],
	"[:lower:]": ["\\p{Ll}"],
	"[:print:]": ["\\p{C}", true],
	"[:punct:]": ["\\p{P}\\p{S}"],
	"[:space:]": ["\\p{Z}\\t\\r\\n\\v\\f"],
	"[:upper:]": ["\\p{Lu}"],
	"[:word:]": ["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}"],
	"[:xdigit:]": ["A-Fa-f0-9"]
};
const braceEscape = (s) => s.replace(/[[\]\\-]/g, "\\$&");
const noMatch = /$./;
const parseClass = (glob, position, nocase = false, form) => {
	const norm = (c) => {
		const n = form ? c.normalize(form) : c;
		return [...n].length === 1 ? n : c;
	};
	const pos = position;
	/* c8 ignore start */
	if (glob.charAt(pos) !== "[") throw new Error("not in a brace expression");
	/* c8 ignore stop */
	const ranges = [];
	const negs = [];
	let i = pos + 1;
	let sawStart = false;
	let escaping = false;
	let negate = false;
	let endPos = pos;
	let rangeStart = "";
	WHILE: while (i < glob.length) {
		const c = String.fromCodePoint(glob.codePointAt(i));
		if ((c === "!" || c === "^") && i === pos + 1) {
			negate = true;
			i++;
			continue;
		}
		if (c === "]" && sawStart && !escaping) {
			endPos = i + 1;
			break;
		}
		sawStart = true;
		if (c === "\\") {
			if (!escaping) {
				escaping = true;
				i++;
				continue;
			}
		}
		if (c === "[" && !escaping) {
			for (const [cls, [unip, neg]] of Object.entries(posixClasses)) if (glob.startsWith(cls, i)) {
				if (rangeStart) return [noMatch, glob.length - pos];
				i += cls.length;
				if (neg) negs.push(unip);
				else ranges.push(unip);
				continue WHILE;
			}
		}
		escaping = false;
		const n = norm(c);
		if (rangeStart) {
			if (n.codePointAt(0) > rangeStart.codePointAt(0)) ranges.push(braceEscape(rangeStart) + "-" + braceEscape(n));
			else if (n === rangeStart) ranges.push(braceEscape(n));
			rangeStart = "";
			i += c.length;
			continue;
		}
		if (glob.startsWith("-]", i + c.length)) {
			ranges.push(braceEscape(n + "-"));
			i += c.length + 1;
			continue;
		}
		if (glob.startsWith("-", i + c.length)) {
			rangeStart = n;
			i += c.length + 1;
			continue;
		}
		ranges.push(braceEscape(n));
		i += c.length;
	}
	if (endPos < i) return [noMatch, 0];
	if (!ranges.length && !negs.length) return [noMatch, glob.length - pos];
	const sranges = "[" + (negate ? "^" : "") + ranges.join("") + "]";
	const snegs = "[" + (negate ? "" : "^") + negs.join("") + "]";
	const comb = "^" + (ranges.length && negs.length ? "(" + sranges + "|" + snegs + ")" : ranges.length ? sranges : snegs);
	return [new RegExp(comb, nocase ? "iu" : "u"), endPos - pos];
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/index.js
const MATCH = {
	t: "match",
	id: 0
};
const extTypes = "!?+*@";
const lit = (ch) => ({
	t: "lit",
	ch
});
const reEscape = (s) => s.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
const newFoldRe = (s) => new RegExp(`^${reEscape(s)}$`, "iu");
const foldCache = /* @__PURE__ */ new Map();
const foldRe = (ch) => {
	let re = foldCache.get(ch);
	if (!re) {
		re = newFoldRe(ch);
		if (foldCache.size >= 1e3) foldCache.clear();
		foldCache.set(ch, re);
	}
	return re;
};
const litMatch = (l, c) => {
	if (c === l.ch) return true;
	if (!l.re) return false;
	const code = c.charCodeAt(0);
	if (code >= 128) return l.re.test(c);
	const ascii = l.ascii ??= /* @__PURE__ */ new Uint8Array(128);
	ascii[code] ||= l.re.test(c) ? 1 : 2;
	return ascii[code] === 1;
};
const tokenize = (p, nocase, noext, form, mark) => {
	const toks = [];
	for (let i = 0; i < p.length;) {
		const c = String.fromCodePoint(p.codePointAt(i));
		if (mark) {
			const m = c === "\\" && p.startsWith(mark, i + 1) ? 1 : 0;
			if (m || c === mark) {
				const start = i + m + mark.length;
				const end = p.indexOf(mark, start);
				const r = /^(-?\d+)\.\.(-?\d+)$/.exec(p.slice(start, end));
				const alts = end !== -1 && r && numericRange(r[1], r[2]);
				if (alts) {
					toks.push({
						t: "ext",
						type: "@",
						alts
					});
					i = end + mark.length;
					continue;
				}
			}
		}
		if (c === "\\") {
			const e = p.codePointAt(i + 1);
			const ch = e === void 0 ? c : String.fromCodePoint(e);
			toks.push(lit(ch));
			i += 1 + ch.length;
			continue;
		}
		if (c === "[") {
			const [re, consumed] = parseClass(p, i, nocase, form);
			if (consumed) {
				toks.push({
					t: "class",
					re
				});
				i += consumed;
				continue;
			}
		}
		if (!noext && extTypes.includes(c) && p[i + 1] === "(") {
			toks.push({
				t: "open",
				type: c
			});
			i += 2;
			continue;
		}
		toks.push(!noext && c === "|" ? { t: "bar" } : !noext && c === ")" ? { t: "close" } : c === "*" ? { t: "star" } : c === "?" ? { t: "any" } : lit(c));
		i += c.length;
	}
	return toks;
};
const pair = (toks) => {
	const pairs = /* @__PURE__ */ new Map();
	const stack = [];
	toks.forEach((tok, i) => {
		if (tok.t === "open") stack.push(i);
		else if (tok.t === "close" && stack.length) pairs.set(stack.pop(), i);
	});
	return pairs;
};
const build = (toks, pairs, start, end, top) => {
	let seq = [];
	const alts = [seq];
	for (let i = start; i < end; i++) {
		const tok = toks[i];
		const close = pairs.get(i);
		if (tok.t === "open" && close !== void 0) {
			const sub = build(toks, pairs, i + 1, close, false);
			seq.push({
				t: "ext",
				type: tok.type,
				alts: sub
			});
			i = close;
		} else if (tok.t === "bar" && !top) alts.push(seq = []);
		else if (tok.t === "open") seq.push(lit(tok.type), lit("("));
		else if (tok.t === "bar") seq.push(lit("|"));
		else if (tok.t === "close") seq.push(lit(")"));
		else seq.push(tok);
	}
	return alts;
};
const normalize = (items, form) => {
	const out = [];
	let run = "";
	const flush = () => {
		for (const ch of run.normalize(form)) out.push(lit(ch));
		run = "";
	};
	for (const it of items) {
		if (it.t === "lit") {
			run += it.ch;
			continue;
		}
		flush();
		out.push(it.t === "ext" ? {
			...it,
			alts: it.alts.map((a) => normalize(a, form))
		} : it);
	}
	flush();
	return out;
};
const compile$1 = (items, nocase) => {
	let id = 1;
	const split = (out) => ({
		t: "split",
		id: id++,
		out
	});
	const seq = (items, next) => items.reduceRight((next, it) => item(it, next), next);
	const item = (it, next) => {
		switch (it.t) {
			case "lit":
				const re = nocase ? foldRe(it.ch) : void 0;
				return {
					t: "lit",
					id: id++,
					ch: it.ch,
					re,
					next
				};
			case "any":
			case "star": return {
				t: it.t,
				id: id++,
				next
			};
			case "class": return {
				t: "class",
				id: id++,
				re: it.re,
				next
			};
		}
		const alts = (next) => it.alts.map((a) => seq(a, next));
		switch (it.type) {
			case "@": return split(alts(next));
			case "?": return split([next, ...alts(next)]);
			case "!": return {
				t: "neg",
				id: id++,
				sub: split(alts(MATCH)),
				next
			};
		}
		const after = split([]);
		const entry = split(alts(after));
		after.out.push(next, entry);
		return it.type === "*" ? after : entry;
	};
	return [seq(items, MATCH), id];
};
const show = (start) => {
	const lines = [];
	const seen = /* @__PURE__ */ new Set();
	const ref = (n) => n.t === "match" ? "match" : String(n.id);
	const walk = (n, indent) => {
		if (n.t === "match" || seen.has(n)) return;
		seen.add(n);
		const line = (desc) => lines.push(`${indent}${n.id}: ${desc}`);
		switch (n.t) {
			case "split":
				line(`split -> ${n.out.map(ref).join(", ")}`);
				for (const o of n.out) walk(o, indent);
				return;
			case "neg":
				line(`!(${ref(n.sub)}) -> ${ref(n.next)}`);
				walk(n.sub, indent + "  ");
				return walk(n.next, indent);
			case "lit":
				line(`${JSON.stringify(n.ch)} -> ${ref(n.next)}`);
				break;
			case "class":
				line(`${n.re} -> ${ref(n.next)}`);
				break;
			default: line(`${n.t === "any" ? "?" : "*"} -> ${ref(n.next)}`);
		}
		walk(n.next, indent);
	};
	walk(start, "");
	return [`start -> ${ref(start)}`, ...lines].join("\n");
};
var State = class {
	gen;
	threads = [];
	match = false;
	runs = [];
	ids = [];
	constructor(gen) {
		this.gen = gen;
	}
	get dead() {
		return !this.threads.length && !this.match && !this.runs.length;
	}
};
const sameState = (a, b) => {
	if (a.ids.length !== b.ids.length) return false;
	if (a.runs.length !== b.runs.length) return false;
	if (a.ids.some((id, i) => id !== b.ids[i])) return false;
	return a.runs.every((r) => b.runs.some((o) => o.neg === r.neg && sameState(o.state, r.state)));
};
const marks = (size) => ({
	has: new Float64Array(size),
	seen: new Float64Array(size),
	gen: 0
});
var Sim = class {
	dots;
	dotStart;
	#marks;
	constructor(dots, dotStart, marks) {
		this.dots = dots;
		this.dotStart = dotStart;
		this.#marks = marks;
	}
	state() {
		return new State(++this.#marks.gen);
	}
	done(state) {
		state.ids = state.threads.map((n) => n.id).sort((a, b) => a - b);
		if (state.match) state.ids.unshift(MATCH.id);
		return state;
	}
	#visit(state, node) {
		const { seen } = this.#marks;
		if (seen[node.id] === state.gen) return false;
		seen[node.id] = state.gen;
		return true;
	}
	#addThread(state, node) {
		const { has } = this.#marks;
		if (has[node.id] === state.gen) return false;
		has[node.id] = state.gen;
		state.threads.push(node);
		return true;
	}
	restricted(i, top) {
		return top && (this.dots || this.dotStart && i === 0);
	}
	add(state, node, i, top) {
		switch (node.t) {
			case "split":
				if (!this.#visit(state, node)) return;
				for (const o of node.out) this.add(state, o, i, top);
				return;
			case "neg":
				if (!this.#visit(state, node)) return;
				const sub = this.state();
				this.add(sub, node.sub, i, false);
				this.done(sub);
				return this.addRun(state, {
					t: "run",
					neg: node,
					state: sub
				}, i, top);
			case "star":
				if (this.restricted(i, top)) return;
				if (this.#addThread(state, node)) this.add(state, node.next, i, top);
				return;
			case "match":
				state.match = true;
				return;
			default: this.#addThread(state, node);
		}
	}
	addRun(state, run, i, top) {
		for (const r of state.runs) if (r.neg === run.neg && sameState(r.state, run.state)) return;
		state.runs.push(run);
		if (!run.state.match) this.add(state, run.neg.next, i, top);
	}
	step(state, c, i, top) {
		const next = this.state();
		for (const th of state.threads) switch (th.t) {
			case "lit":
				if (litMatch(th, c)) this.add(next, th.next, i + 1, top);
				break;
			case "any":
				if (!this.restricted(i, top)) this.add(next, th.next, i + 1, top);
				break;
			case "class":
				if (!this.restricted(i, top) && th.re.test(c)) this.add(next, th.next, i + 1, top);
				break;
			case "star": if (!this.restricted(i, top)) this.add(next, th, i + 1, top);
		}
		if (!this.restricted(i, top)) for (const run of state.runs) {
			if (run.state.dead) {
				this.addRun(next, run, i + 1, top);
				continue;
			}
			const sub = this.step(run.state, c, i, false);
			this.addRun(next, {
				t: "run",
				neg: run.neg,
				state: sub
			}, i + 1, top);
		}
		return this.done(next);
	}
};
const stateKey = (state) => {
	const ids = state.ids.join();
	if (!state.runs.length) return ids;
	return `${ids}|${state.runs.map((r) => `${r.neg.id}(${stateKey(r.state)})`).sort().join("|")}`;
};
const DFA_BUDGET = 1 << 18;
var Dfa = class {
	#start;
	#states = /* @__PURE__ */ new Map();
	#size = 0;
	#plain;
	#dotStart;
	#sim;
	#dotSim;
	constructor(start, marks) {
		this.#start = start;
		this.#sim = new Sim(false, false, marks);
		this.#dotSim = new Sim(false, true, marks);
	}
	#make(state) {
		return {
			state,
			match: state.match,
			dead: state.dead,
			next: /* @__PURE__ */ new Map()
		};
	}
	#intern(state) {
		const key = stateKey(state);
		const found = this.#states.get(key);
		if (found) return found;
		if (this.#size > DFA_BUDGET) this.#clear();
		const d = this.#make(state);
		this.#states.set(key, d);
		this.#size += key.length + 1;
		return d;
	}
	#clear() {
		this.#states.clear();
		this.#size = 0;
		this.#plain = void 0;
		this.#dotStart = void 0;
	}
	start(dotStart) {
		if (dotStart) {
			if (this.#dotStart) return this.#dotStart;
			const state = this.#dotSim.state();
			this.#dotSim.add(state, this.#start, 0, true);
			return this.#dotStart = this.#make(this.#dotSim.done(state));
		}
		if (this.#plain) return this.#plain;
		const state = this.#sim.state();
		this.#sim.add(state, this.#start, 0, true);
		return this.#plain = this.#intern(this.#sim.done(state));
	}
	next(d, c) {
		const code = c.charCodeAt(0);
		const found = code < 128 ? void 0 : d.next.get(c);
		if (found) return found;
		const n = d === this.#dotStart ? this.#intern(this.#dotSim.step(d.state, c, 0, true)) : this.#intern(this.#sim.step(d.state, c, 1, true));
		if (code < 128) {
			if (!d.ascii) {
				d.ascii = new Array(128);
				this.#size += 128;
			}
			d.ascii[code] = n;
		} else d.next.set(c, n);
		this.#size++;
		return n;
	}
};
const linear = (start) => {
	const nodes = [];
	for (let n = start; n.t !== "match"; n = n.next) {
		if (n.t === "split" || n.t === "neg") return void 0;
		nodes.push(n);
	}
	return nodes;
};
const testLinear = (nodes, chars, start, end) => {
	let ni = 0;
	let ci = start;
	let starNi = -1;
	let starCi = 0;
	while (ci < end) {
		const n = nodes[ni];
		if (n?.t === "star") {
			starNi = ni++;
			starCi = ci;
			continue;
		}
		const c = chars[ci];
		if (n && (n.t === "any" || n.t === "lit" && litMatch(n, c) || n.t === "class" && n.re.test(c))) {
			ni++;
			ci++;
			continue;
		}
		if (starNi === -1) return false;
		ni = starNi + 1;
		ci = ++starCi;
	}
	while (nodes[ni]?.t === "star") ni++;
	return ni === nodes.length;
};
const lengths = (items) => {
	let min = 0;
	let max = 0;
	for (const it of items) {
		const [lo, hi] = itemLengths(it);
		min += lo;
		max += hi;
	}
	return [min, max];
};
const itemLengths = (it) => {
	if (it.t === "star") return [0, Infinity];
	if (it.t !== "ext") return [1, 1];
	if (it.type === "!") return [0, Infinity];
	const alts = it.alts.map(lengths);
	const min = Math.min(...alts.map((a) => a[0]));
	const max = Math.max(...alts.map((a) => a[1]));
	const loop = max === 0 ? 0 : Infinity;
	return it.type === "@" ? [min, max] : it.type === "?" ? [0, max] : it.type === "*" ? [0, loop] : [min, loop];
};
const hasAffix = (lits, chars, start) => {
	for (let j = 0; j < lits.length; j++) if (!litMatch(lits[j], chars[start + j])) return false;
	return true;
};
const slashOrSurrogate = /[/\ud800-\udfff]/;
const surrogate = /[\ud800-\udfff]/;
const codePoints = (s) => surrogate.test(s) ? [...s] : s;
const noSlash = (s) => {
	if (s.includes("/")) throw new Error("can only match a single path portion, got: " + s);
};
var Matcher = class {
	pattern;
	options;
	#start;
	#size;
	#marks;
	#dotsSim;
	#literal;
	#literalFold = false;
	#literalRe;
	#linear;
	#wild = false;
	#min = 0;
	#max = Infinity;
	#prefix = [];
	#suffix = [];
	#prefixStr;
	#suffixStr;
	#affix = false;
	#dfa;
	#form;
	constructor(pattern, options = {}) {
		if (pattern.includes("/")) throw new Error("can only match a single path portion, got pattern: " + pattern);
		this.pattern = pattern;
		this.options = options;
		const { nocase = false, noext = false, normalize: n } = options;
		this.#form = n === true ? "NFC" : n || void 0;
		const literal = /^[?*+@]\(\)$/.test(pattern);
		const toks = tokenize(pattern, nocase, noext || literal, this.#form, options.rangeMark);
		let [items] = build(toks, pair(toks), 0, toks.length, true);
		if (this.#form) items = normalize(items, this.#form);
		const [start, size] = compile$1(items, nocase);
		this.#start = start;
		this.#size = size;
		if (items.every((it) => it.t === "lit")) {
			this.#literal = items.map((it) => it.ch).join("");
			this.#literalFold = nocase;
		} else {
			const lit = (it) => it.t !== "lit" ? void 0 : nocase ? {
				ch: it.ch,
				re: foldRe(it.ch)
			} : { ch: it.ch };
			for (const it of items) {
				const l = lit(it);
				if (!l) break;
				this.#prefix.push(l);
			}
			for (let j = items.length - 1; j >= 0; j--) {
				const l = lit(items[j]);
				if (!l) break;
				this.#suffix.unshift(l);
			}
			this.#affix = !!(this.#prefix.length || this.#suffix.length);
			if (!nocase) {
				this.#prefixStr = this.#prefix.map((l) => l.ch).join("");
				this.#suffixStr = this.#suffix.map((l) => l.ch).join("");
			}
			this.#linear = linear(this.#start)?.slice(this.#prefix.length, -this.#suffix.length || void 0);
			this.#wild = !!this.#linear?.every((n) => n.t === "star" || n.t === "any");
			const [min, max] = lengths(items);
			this.#min = min;
			this.#max = max;
		}
	}
	test(s) {
		if (this.#form) {
			noSlash(s);
			return this.#test(s.normalize(this.#form));
		}
		if (slashOrSurrogate.test(s)) {
			noSlash(s);
			return this.#test(s, [...s]);
		}
		return this.#test(s, s);
	}
	/**
	* The same as {@link Matcher#test}, but the string is not checked
	* for `/` chars, so the result for a string that has one is not
	* defined. Only use it for a string that is known to be one path
	* portion, such as a part of a path that was split on `/`. It can
	* be faster, because some patterns do not need to look at each char
	* of the string.
	*/
	testUnchecked(s) {
		return this.#test(this.#form ? s.normalize(this.#form) : s);
	}
	#test(s, chars) {
		if (this.#literal !== void 0) return this.#literalFold ? (this.#literalRe ??= newFoldRe(this.#literal)).test(s) : s === this.#literal;
		const min = this.#min;
		const max = this.#max;
		if (chars === void 0) {
			const most = s.length;
			const least = most + 1 >> 1;
			if (most < min || least > max) return false;
			if (least < min || most > max) chars = codePoints(s);
		}
		if (chars !== void 0 && (chars.length < min || chars.length > max)) return false;
		const prefix = this.#prefix.length;
		if (this.#affix) {
			if (this.#prefixStr !== void 0 && this.#suffixStr !== void 0) {
				if (!s.startsWith(this.#prefixStr) || !s.endsWith(this.#suffixStr)) return false;
			} else {
				chars ??= codePoints(s);
				const end = chars.length - this.#suffix.length;
				if (!hasAffix(this.#prefix, chars, 0) || !hasAffix(this.#suffix, chars, end)) return false;
			}
		}
		const dotStart = !this.options.dot && s.startsWith(".");
		if (this.#linear) {
			if (s === "." || s === "..") return false;
			if (dotStart && !prefix) return false;
			if (this.#wild) return true;
			chars ??= codePoints(s);
			const end = chars.length - this.#suffix.length;
			return testLinear(this.#linear, chars, prefix, end);
		}
		chars ??= codePoints(s);
		if (s === "." || s === "..") {
			this.#marks ??= marks(this.#size);
			const sim = this.#dotsSim ??= new Sim(true, false, this.#marks);
			const start = sim.state();
			sim.add(start, this.#start, 0, true);
			let state = sim.done(start);
			for (let i = 0; i < chars.length; i++) state = sim.step(state, chars[i], i, true);
			return state.match;
		}
		this.#marks ??= marks(this.#size);
		const dfa = this.#dfa ??= new Dfa(this.#start, this.#marks);
		let d = dfa.start(dotStart);
		const str = chars === s;
		for (let i = 0; i < chars.length; i++) {
			if (d.dead) return false;
			const code = str ? s.charCodeAt(i) : chars[i].charCodeAt(0);
			d = d.ascii?.[code] ?? dfa.next(d, chars[i]);
		}
		return d.match;
	}
	/** a readable listing of the state machine */
	toString() {
		return show(this.#start);
	}
};

// node_modules/minimatch/dist/esm/assert-valid-pattern.js
const MAX_PATTERN_LENGTH = 65536;
const assertValidPattern = (pattern) => {
	if (typeof pattern !== "string") throw new TypeError("invalid pattern");
	if (pattern.length > MAX_PATTERN_LENGTH) throw new TypeError("pattern is too long");
};

// node_modules/minimatch/dist/esm/escape.js
/**
* Escape all magic characters in a glob pattern.
*
* If the {@link MinimatchOptions.windowsPathsNoEscape}
* option is used, then characters are escaped by wrapping in `[]`, because
* a magic character wrapped in a character class can only be satisfied by
* that exact character.  In this mode, `\` is _not_ escaped, because it is
* not interpreted as a magic character, but instead as a path separator.
*
* If the {@link MinimatchOptions.magicalBraces} option is used,
* then braces (`{` and `}`) will be escaped.
*
* A leading `#` or `!` is escaped as well, so that the result is never a
* comment or a negated pattern. In `windowsPathsNoEscape` mode, a leading
* `!` is written as `@(!)`, because `[!` starts a negated class.
*/
const escape = (s, { windowsPathsNoEscape = false, magicalBraces = false } = {}) => {
	const e = magicalBraces ? windowsPathsNoEscape ? s.replace(/[?*()[\]{}]/g, "[$&]") : s.replace(/[?*()[\]\\{}]/g, "\\$&") : windowsPathsNoEscape ? s.replace(/[?*()[\]]/g, "[$&]") : s.replace(/[?*()[\]\\]/g, "\\$&");
	const c = e.charAt(0);
	if (c === "#") return (windowsPathsNoEscape ? "[#]" : "\\#") + e.slice(1);
	if (c === "!") return (windowsPathsNoEscape ? "@(!)" : "\\!") + e.slice(1);
	return e;
};

// node_modules/minimatch/dist/esm/unescape.js
/**
* Un-escape a string that has been escaped with {@link escape}.
*
* If the {@link MinimatchOptions.windowsPathsNoEscape} option is used, then
* square-bracket escapes are removed, but not backslash escapes.
*
* For example, it will turn the string `'[*]'` into `*`, but it will not
* turn `'\\*'` into `'*'`, because `\` is a path separator in
* `windowsPathsNoEscape` mode.
*
* When `windowsPathsNoEscape` is not set, then both square-bracket escapes and
* backslash escapes are removed.
*
* Slashes (and backslashes in `windowsPathsNoEscape` mode) cannot be escaped
* or unescaped.
*
* When `magicalBraces` is not set, escapes of braces (`{` and `}`) will not be
* unescaped.
*/
const unescape = (s, { windowsPathsNoEscape = false, magicalBraces = true } = {}) => {
	if (windowsPathsNoEscape && s.startsWith("@(!)")) return "!" + unescape(s.slice(4), {
		windowsPathsNoEscape,
		magicalBraces
	});
	if (magicalBraces) return windowsPathsNoEscape ? s.replace(/\[([^/\\])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\])\]/g, "$1$2").replace(/\\([^/])/g, "$1");
	return windowsPathsNoEscape ? s.replace(/\[([^/\\{}])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\{}])\]/g, "$1$2").replace(/\\([^/{}])/g, "$1");
};

// node_modules/minimatch/dist/esm/index.js
const DEFAULT_BRACE_EXPAND_MAX = 1e5;
const DEFAULT_GLOB_STAR_RECURSION_MAX = 200;
const AWE_KEY = "allowWindowsEscape";
const minimatch = (p, pattern, options) => {
	assertValidPattern(pattern);
	if (!options?.nocomment && pattern.charAt(0) === "#") return false;
	return cachedMinimatch(pattern, options).match(p);
};
let cache = /* @__PURE__ */ new Map();
let oldCache = /* @__PURE__ */ new Map();
let cacheSize = 0;
let cacheTotalWeight = 0;
const cacheMax = 256;
const cacheMaxWeight = 32768;
const cacheMaxEntryWeight = 4096;
const cacheWeight = (mm) => {
	let w = mm.pattern.length;
	for (const s of mm.globSet) {
		w += s.length + 1;
		if (w > cacheMaxEntryWeight) break;
	}
	return w;
};
const tri = (v) => v === void 0 ? 0 : v ? 2 : 1;
const booleanWeights = new Map(Object.keys({
	nobrace: 0,
	nocomment: 0,
	nonegate: 0,
	noglobstar: 0,
	noext: 0,
	nonull: 0,
	partial: 0,
	dot: 0,
	nocase: 0,
	nocaseMagicOnly: 0,
	magicalBraces: 0,
	matchBase: 0,
	flipNegate: 0,
	preserveMultipleSlashes: 0,
	windowsNoMagicRoot: 0
}).map((k, i) => [k, 24 * 3 ** i]));
const optionsKey = (o) => {
	let n = 0;
	let wpe = false;
	for (const k in o) {
		const v = o[k];
		switch (k) {
			case "windowsPathsNoEscape":
				if (v) wpe = true;
				break;
			case AWE_KEY:
				if (v === false) wpe = true;
				break;
			case "platform": {
				const p = v || defaultPlatform;
				if (p === defaultPlatform) break;
				if (p === "darwin") n += 3;
				else if (p === "win32") n += 6;
				else if (p === "linux") n += 9;
				else return JSON.stringify(o);
				break;
			}
			case "optimizationLevel":
				if (v === void 0) break;
				n += v >= 2 ? 1 : v >= 1 ? 0 : 2;
				break;
			case "braceExpandMax":
				if (v !== void 0 && v !== DEFAULT_BRACE_EXPAND_MAX) return JSON.stringify(o);
				break;
			case "maxGlobstarRecursion":
				if (v !== void 0 && v !== DEFAULT_GLOB_STAR_RECURSION_MAX) return JSON.stringify(o);
				break;
			case "normalize":
				if (v !== void 0) return JSON.stringify(o);
				break;
			default: n += (booleanWeights.get(k) ?? 0) * tri(v);
		}
	}
	return wpe ? n + 12 : n;
};
const copyOptions = (o) => {
	const copy = {};
	for (const k in o) copy[k] = o[k];
	return copy;
};
const cachedMinimatch = (pattern, options) => {
	const key = options ? optionsKey(options) : 0;
	let mm = cache.get(key)?.get(pattern);
	if (mm) return mm;
	mm = oldCache.get(key)?.get(pattern) ?? new Minimatch(pattern, copyOptions(options));
	const weight = cacheWeight(mm);
	if (weight > cacheMaxEntryWeight) return mm;
	if (cacheSize >= cacheMax || cacheTotalWeight + weight > cacheMaxWeight) {
		oldCache = cache;
		cache = /* @__PURE__ */ new Map();
		cacheSize = 0;
		cacheTotalWeight = 0;
	}
	let byPattern = cache.get(key);
	if (!byPattern) cache.set(key, byPattern = /* @__PURE__ */ new Map());
	byPattern.set(pattern, mm);
	cacheSize++;
	cacheTotalWeight += weight;
	return mm;
};
/* c8 ignore start */
const defaultPlatform = typeof process === "object" && process ? process.env?.__MINIMATCH_TESTING_PLATFORM__ || process.platform : "posix";
const path$2 = {
	win32: { sep: "\\" },
	posix: { sep: "/" }
};
/* c8 ignore stop */
const sep$1 = defaultPlatform === "win32" ? path$2.win32.sep : path$2.posix.sep;
minimatch.sep = sep$1;
const GLOBSTAR = Symbol("globstar **");
minimatch.GLOBSTAR = GLOBSTAR;
const filter = (pattern, options) => {
	let mm;
	return (p) => (mm ??= cachedMinimatch(pattern, options)).match(p);
};
minimatch.filter = filter;
const ext = (a, b = {}) => Object.assign({}, a, b);
const defaults = (def) => {
	if (!def || typeof def !== "object" || !Object.keys(def).length) return minimatch;
	const orig = minimatch;
	const m = (p, pattern, options = {}) => orig(p, pattern, ext(def, options));
	return Object.assign(m, {
		Minimatch: class Minimatch extends orig.Minimatch {
			constructor(pattern, options = {}) {
				super(pattern, ext(def, options));
			}
			static defaults(options) {
				return orig.defaults(ext(def, options)).Minimatch;
			}
		},
		unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
		escape: (s, options = {}) => orig.escape(s, ext(def, options)),
		filter: (pattern, options = {}) => orig.filter(pattern, ext(def, options)),
		defaults: (options) => orig.defaults(ext(def, options)),
		braceExpand: (pattern, options = {}) => orig.braceExpand(pattern, ext(def, options)),
		match: (list, pattern, options = {}) => orig.match(list, pattern, ext(def, options)),
		sep: orig.sep,
		GLOBSTAR
	});
};
minimatch.defaults = defaults;
const braceExpand = (pattern, options = {}) => {
	assertValidPattern(pattern);
	if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) return [pattern];
	let p = pattern.replace(/\\\\/g, "\\\\\\\\");
	if (options.windowsPathsNoEscape || options[AWE_KEY] === false) p = p.replace(/\[([{}])\]/g, "[\\$1]");
	return expand(p, { max: options.braceExpandMax });
};
minimatch.braceExpand = braceExpand;
const RANGE_MIN = 100;
const rangeRe = /(?<![\\$])\{(-?\d+)\.\.(-?\d+)\}/g;
const inRepeatOrNegExt = (portion, mark) => {
	const stack = [];
	for (let i = 0; i < portion.length; i++) {
		const c = portion.charAt(i);
		if (c === "\\") i++;
		else if (c === mark) {
			if (stack.some((t) => t !== "@" && t !== "?")) return true;
		} else if (portion.charAt(i + 1) === "(" && "!?+*@".includes(c)) {
			stack.push(c);
			i++;
		} else if (c === ")") stack.pop();
	}
	return false;
};
const match = (list, pattern, options = {}) => {
	const mm = new Minimatch(pattern, options);
	list = list.filter((f) => mm.match(f));
	if (mm.options.nonull && !list.length) list.push(pattern);
	return list;
};
minimatch.match = match;
const globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/;
const classEnd = (pattern, start) => {
	let i = start + 1;
	if (pattern.charAt(i) === "!" || pattern.charAt(i) === "^") i++;
	let sawStart = false;
	for (; i < pattern.length; i++) {
		const c = pattern.charAt(i);
		if (c === "]" && sawStart) return i;
		sawStart = true;
		if (c === "\\") i++;
	}
	return -1;
};
const literal = (pattern, noext) => {
	if (!noext && (pattern === "+()" || pattern === "@()")) return pattern;
	let lit = "";
	for (let i = 0; i < pattern.length; i++) {
		const c = pattern.charAt(i);
		if (c === "\\") lit += pattern.charAt(++i) || c;
		else if (c === "*" || c === "?") return;
		else if (c === "[") {
			const close = classEnd(pattern, i);
			if (close === -1) {
				lit += c;
				continue;
			}
			let body = pattern.slice(i + 1, close);
			if (body.startsWith("\\")) body = body.slice(1);
			if ([...body].length !== 1 || "!^".includes(pattern.charAt(i + 1))) return;
			lit += body;
			i = close;
		} else if (!noext && "+@!".includes(c) && pattern.charAt(i + 1) === "(" && pattern.includes(")", i + 2)) return;
		else lit += c;
	}
	return lit;
};
const MAX_EXTGLOBS = 256;
const extglobCount = (pattern) => {
	let n = 0;
	for (let i = 0; i < pattern.length - 1; i++) {
		const c = pattern.charAt(i);
		if (c === "\\") i++;
		else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
			n++;
			i++;
		}
	}
	return n;
};
const assertValidExtglobs = (pattern) => {
	if (extglobCount(pattern) > MAX_EXTGLOBS) throw new TypeError("pattern has too many extglobs");
};
const extSafe = (pattern) => {
	if (/^[?*+@]\(\)$/.test(pattern) || pattern.includes("[:")) return false;
	let depth = 0;
	for (let i = 0; i < pattern.length; i++) {
		const c = pattern.charAt(i);
		if (c === "\\") {
			if (++i === pattern.length) return false;
		} else if (c === "[") {
			const close = classEnd(pattern, i);
			if (close !== -1) i = close;
		} else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
			depth++;
			i++;
		} else if (c === ")") {
			if (!depth--) return false;
		} else if (c === "|" && !depth) return false;
	}
	return !depth;
};
let lastSplit;
let lastChecked;
const portionMatch = (p, f) => typeof p === "string" ? f === p : f !== "" && p.testUnchecked(f);
const endIndex = (p, last, lastStart, prev, prevStart) => portionMatch(p, last) ? lastStart : prev !== void 0 && portionMatch(p, prev) ? prevStart : -1;
const isDots = (p) => p === "." || p === "..";
const isDrive = (p) => typeof p === "string" && /^[a-z]:$/i.test(p);
const isLongUNC = (p) => typeof p === "string" && /^unc$/i.test(p);
const uncHost = (p) => {
	if (p[0] !== "" || p[1] !== "") return -1;
	const h = p[2] !== "?" ? 2 : isLongUNC(p[3]) ? 4 : -1;
	const host = p[h];
	const share = p[h + 1];
	return h !== -1 && host !== void 0 && host !== "" && host !== GLOBSTAR && share !== void 0 && share !== "" && share !== GLOBSTAR ? h : -1;
};
const walkable = (p, dot) => !isDots(p) && (dot || !p.startsWith("."));
const dotPortion = (f, start, end, dot, sep) => {
	for (let k = start; k < end;) {
		if (f.charCodeAt(k) === 46) {
			if (!dot) return true;
			const n = f.charCodeAt(k + 1) === 46 ? k + 2 : k + 1;
			if (n >= end || isSep(f.charCodeAt(n), sep)) return true;
		}
		const s = nextSep(f, k, sep);
		if (s === -1) return false;
		k = s + 1;
		while (k < end && isSep(f.charCodeAt(k), sep)) k++;
	}
	return false;
};
const isSep = (c, sep) => sep === "/" ? c === 47 : sep === "\\" ? c === 92 : c === 47 || c === 92;
const nextSep = (f, from, sep) => {
	if (sep !== "both") return f.indexOf(sep, from);
	const s = f.indexOf("/", from);
	const b = f.indexOf("\\", from);
	return s === -1 ? b : b === -1 ? s : Math.min(s, b);
};
const lastSep = (f, from, sep) => sep !== "both" ? f.lastIndexOf(sep, from) : Math.max(f.lastIndexOf("/", from), f.lastIndexOf("\\", from));
const PENDING = {};
var Minimatch = class {
	options;
	set;
	pattern;
	windowsPathsNoEscape;
	nonegate;
	negate;
	comment;
	empty;
	preserveMultipleSlashes;
	partial;
	globSet;
	globParts;
	nocase;
	isWindows;
	platform;
	windowsNoMagicRoot;
	maxGlobstarRecursion;
	#endCheck;
	#literalCheck;
	#level2;
	#form;
	#literals = [];
	#shapes = [];
	#endRows = [];
	#matchers = /* @__PURE__ */ new Map();
	#pending = false;
	#rangeMark;
	#globstarParts = /* @__PURE__ */ new WeakMap();
	constructor(pattern, options = {}) {
		assertValidPattern(pattern);
		options = options || {};
		this.options = options;
		this.maxGlobstarRecursion = options.maxGlobstarRecursion ?? DEFAULT_GLOB_STAR_RECURSION_MAX;
		this.pattern = pattern;
		this.platform = options.platform || defaultPlatform;
		this.isWindows = this.platform === "win32";
		this.windowsPathsNoEscape = !!options.windowsPathsNoEscape || options[AWE_KEY] === false;
		if (this.windowsPathsNoEscape) this.pattern = this.pattern.replace(/\\/g, "/");
		this.preserveMultipleSlashes = !!options.preserveMultipleSlashes;
		this.negate = false;
		this.nonegate = !!options.nonegate;
		this.comment = false;
		this.empty = false;
		this.partial = !!options.partial;
		this.nocase = !!this.options.nocase;
		this.windowsNoMagicRoot = options.windowsNoMagicRoot !== void 0 ? options.windowsNoMagicRoot : !!(this.isWindows && this.nocase);
		this.globSet = [];
		this.globParts = [];
		this.set = [];
		this.#endCheck = !this.preserveMultipleSlashes;
		this.#level2 = (options.optimizationLevel ?? 1) >= 2;
		const n = options.normalize;
		this.#form = n === true ? "NFC" : n || void 0;
		this.make();
		const drives = this.set.map((row) => this.#rootIndex(row));
		this.#endRows = this.set.map((row, r) => this.#endCheck && row.length - 1 > drives[r]);
		this.#literals = this.set.map((row, r) => {
			const end = this.#endRows[r] ? row.length - 1 : row.length;
			const lits = row.slice(drives[r] + 1, end).filter((p) => typeof p === "string" && !!p);
			return [...new Set(lits)];
		});
		this.#literalCheck = this.#literals.some((l) => l.length);
		this.#shapes = this.set.map((row, r) => {
			const [p0, p1, p2] = row;
			if (this.#endRows[r] && row.length === 2) {
				if (p0 === GLOBSTAR && p1 !== GLOBSTAR) return "tail";
			}
			if (this.#endRows[r] && options.matchBase && row.length === 1 && p0 !== GLOBSTAR && p0 !== "") return "base";
			if (!this.#endCheck || drives[r] !== -1) return void 0;
			if (row.length === 3 && p0 === GLOBSTAR && p2 === GLOBSTAR && p1 !== GLOBSTAR && p1 !== "" && this.maxGlobstarRecursion > 0) return "mid";
			if (row.length === 2 && p1 === GLOBSTAR && p0 !== GLOBSTAR && p0 !== "") return "head";
		});
	}
	#norm(p) {
		return this.#form ? p.normalize(this.#form) : p;
	}
	#rootIndex(row) {
		if (!this.isWindows) return -1;
		if (isDrive(row[0])) return 0;
		if (row[0] === "" && row[1] === "" && row[2] === "?" && isDrive(row[3])) return 3;
		const h = uncHost(row);
		return h === -1 ? -1 : h + 1;
	}
	hasMagic() {
		if (this.options.magicalBraces && this.set.length > 1) return true;
		for (const pattern of this.set) for (const part of pattern) if (typeof part !== "string") return true;
		return false;
	}
	make() {
		const pattern = this.pattern;
		const options = this.options;
		if (!options.nocomment && pattern.charAt(0) === "#") {
			this.comment = true;
			return;
		}
		if (!pattern) {
			this.empty = true;
			return;
		}
		this.parseNegate();
		this.globSet = [...new Set(this.#expandBraces())];
		const rawGlobParts = this.globSet.map((s) => this.#slashSplit(s));
		this.globParts = this.preprocess(rawGlobParts);
		this.#pending = true;
		let set = this.globParts.map((s, _, __) => {
			if (this.isWindows && this.windowsNoMagicRoot) {
				const n = s[2] === "?" && isLongUNC(s[3]) ? 6 : 4;
				const isUNC = s[0] === "" && s[1] === "" && (s[2] === "?" || !globMagic.test(s[2])) && s.slice(3, n).every((p) => !globMagic.test(p));
				const isDrive = /^[a-z]:/i.test(s[0]);
				if (isUNC) return [...s.slice(0, n).map((p) => this.#norm(p)), ...s.slice(n).map((ss) => this.parse(ss))];
				else if (isDrive) return [this.#norm(s[0]), ...s.slice(1).map((ss) => this.parse(ss))];
			}
			return s.map((ss) => this.parse(ss));
		});
		this.set = set.filter((s) => s.indexOf(false) === -1);
		if (this.isWindows) for (let i = 0; i < this.set.length; i++) {
			const p = this.set[i];
			if (p[0] === "" && p[1] === "" && this.globParts[i][2] === "?" && (isDrive(p[3]) || isLongUNC(this.globParts[i][3]))) {
				if (isLongUNC(this.globParts[i][3])) p[3] = "UNC";
				p[2] = "?";
			}
		}
		if (!options.noext) this.mergeRows();
		this.#pending = false;
		this.set.forEach((row, i) => {
			for (let k = 0; k < row.length; k++) if (row[k] === PENDING) row[k] = this.parse(this.globParts[i][k]);
		});
	}
	mergeRows() {
		let merged = true;
		while (merged) {
			merged = false;
			if (this.set.length < 2) return;
			let keys = this.#mergeKeys();
			const len = Math.max(0, ...this.set.map((r) => r.length));
			for (let k = 0; k < len; k++) {
				const groups = /* @__PURE__ */ new Map();
				const R = this.set.length + 1;
				this.set.forEach((row, i) => {
					if (!(row[k] instanceof Matcher || row[k] === PENDING) || !extSafe(this.globParts[i][k])) return;
					const { pre, suf } = keys[i];
					const key = pre[k] * R + suf[k + 1];
					const g = groups.get(key);
					if (g) g.push(i);
					else groups.set(key, [i]);
				});
				const drop = /* @__PURE__ */ new Set();
				for (const g of groups.values()) {
					if (g.length < 2) continue;
					const [first, ...rest] = g;
					const glob = `@(${g.map((i) => this.globParts[i][k]).join("|")})`;
					if (extglobCount(glob) > MAX_EXTGLOBS) continue;
					this.globParts[first][k] = glob;
					this.set[first][k] = this.parse(glob);
					for (const i of rest) drop.add(i);
				}
				if (drop.size) {
					merged = true;
					this.set = this.set.filter((_, i) => !drop.has(i));
					this.globParts = this.globParts.filter((_, i) => !drop.has(i));
					if (this.set.length < 2) return;
					keys = this.#mergeKeys();
				}
			}
		}
	}
	#mergeKeys() {
		const partIds = /* @__PURE__ */ new Map();
		const ids = this.globParts.map((parts) => parts.map((s) => {
			let id = partIds.get(s);
			if (id === void 0) partIds.set(s, id = partIds.size);
			return id;
		}));
		const P = partIds.size;
		const len = Math.max(0, ...ids.map((r) => r.length));
		const keys = ids.map((r) => ({
			pre: [0],
			suf: new Array(r.length + 1).fill(0)
		}));
		for (let k = 0; k < len; k++) {
			const m = /* @__PURE__ */ new Map();
			ids.forEach((r, i) => {
				if (k >= r.length) return;
				const { pre } = keys[i];
				const key = pre[k] * P + r[k];
				let id = m.get(key);
				if (id === void 0) m.set(key, id = m.size + 1);
				pre.push(id);
			});
		}
		for (let k = len - 1; k >= 0; k--) {
			const m = /* @__PURE__ */ new Map();
			ids.forEach((r, i) => {
				if (k >= r.length) return;
				const { suf } = keys[i];
				const key = suf[k + 1] * P + r[k];
				let id = m.get(key);
				if (id === void 0) m.set(key, id = m.size + 1);
				suf[k] = id;
			});
		}
		return keys;
	}
	preprocess(globParts) {
		if (this.options.noglobstar) {
			for (const partset of globParts) for (let j = 0; j < partset.length; j++) if (partset[j] === "**") partset[j] = "*";
		}
		const { optimizationLevel = 1 } = this.options;
		if (optimizationLevel >= 2) {
			globParts = this.firstPhasePreProcess(globParts);
			globParts = this.secondPhasePreProcess(globParts);
		} else if (optimizationLevel >= 1) globParts = this.levelOneOptimize(globParts);
		else globParts = this.adjascentGlobstarOptimize(globParts);
		return globParts;
	}
	adjascentGlobstarOptimize(globParts) {
		return globParts.map((parts) => {
			let gs = -1;
			while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
				let i = gs;
				while (parts[i + 1] === "**") i++;
				if (i !== gs) parts.splice(gs, i - gs);
			}
			return parts;
		});
	}
	levelOneOptimize(globParts) {
		return globParts.map((parts) => {
			const root = this.#rootIndex(parts) + 1;
			parts = parts.reduce((set, part) => {
				const prev = set[set.length - 1];
				if (part === "**" && prev === "**") return set;
				if (part === "..") {
					if (set.length > root && prev && prev !== ".." && prev !== "." && prev !== "**") {
						set.pop();
						return set;
					}
				}
				set.push(part);
				return set;
			}, []);
			return parts.length === 0 ? [""] : parts;
		});
	}
	#canMatch(f) {
		const sep = !this.isWindows || !f.includes("\\") ? "/" : f.includes("/") ? "both" : "\\";
		let ends = this.#endCheck ? 0 : -1;
		let last = "";
		let lastStart = 0;
		let prev;
		let prevStart = 0;
		const dot = !!this.options.dot;
		ROWS: for (let r = 0; r < this.set.length; r++) {
			const row = this.set[r];
			const p = row[row.length - 1];
			let end = ends !== -1 && this.#endRows[r] && p !== GLOBSTAR;
			if (end && ends === 0) {
				const i = lastSep(f, f.length, sep);
				lastStart = i + 1;
				last = f.slice(lastStart);
				if (last === "" && i >= 0) {
					let j = i;
					while (j > 0 && isSep(f.charCodeAt(j - 1), sep)) j--;
					prevStart = j === 0 ? 0 : lastSep(f, j - 1, sep) + 1;
					prev = f.slice(prevStart, j);
				}
				const resolves = this.#level2 && (isDots(last) || last === "" && prev !== void 0 && isDots(prev));
				ends = resolves ? -1 : 1;
				end = !resolves;
			}
			let tailStart = -1;
			if (end && typeof p === "string") {
				tailStart = endIndex(p, last, lastStart, prev, prevStart);
				if (tailStart === -1) continue;
			}
			if (this.#literalCheck) {
				for (const l of this.#literals[r]) if (!f.includes(l)) continue ROWS;
			}
			if (end && typeof p === "object") {
				tailStart = endIndex(p, last, lastStart, prev, prevStart);
				if (tailStart === -1) continue;
			}
			const shape = this.#shapes[r];
			if (shape === "base" && end) return "yes";
			if (shape === "tail" && end) {
				if (this.#level2 && dotPortion(f, 0, tailStart, true, sep)) return "maybe";
				if (!dotPortion(f, 0, tailStart, dot, sep)) return "yes";
				continue;
			}
			if (shape === "mid" || shape === "head") {
				const m = this.#walk(f, row, shape === "head", dot, sep);
				if (m !== "no") return m;
				continue;
			}
			return "maybe";
		}
		return "no";
	}
	#matchShape(file, row, shape) {
		const dot = !!this.options.dot;
		const n = file.length;
		if (shape === "head") {
			if (n < 2 || !portionMatch(row[0], file[0])) return false;
			for (let i = 1; i < n; i++) if (!walkable(file[i], dot)) return false;
			return true;
		}
		const x = row[1];
		if (shape === "tail") {
			let t = n - 1;
			if (!portionMatch(x, file[t])) {
				if (file[t] !== "" || n === 1 || !portionMatch(x, file[--t])) return false;
			}
			for (let i = 0; i < t; i++) if (!walkable(file[i], dot)) return false;
			return true;
		}
		for (let k = 0; k < n; k++) {
			if (portionMatch(x, file[k]) && k + 1 < n) {
				let i = k + 1;
				while (i < n && walkable(file[i], dot)) i++;
				if (i === n) return true;
			}
			if (!walkable(file[k], dot)) return false;
		}
		return false;
	}
	#walk(f, row, head, dot, sep) {
		if (this.#level2 && dotPortion(f, 0, f.length, true, sep)) return "maybe";
		const x = row[head ? 0 : 1];
		let s = 0;
		for (let e = nextSep(f, s, sep); e !== -1; e = nextSep(f, s, sep)) {
			let next = e + 1;
			while (next < f.length && isSep(f.charCodeAt(next), sep)) next++;
			if ((typeof x === "string" ? e - s === x.length && f.startsWith(x, s) : e > s && x.testUnchecked(f.slice(s, e))) && !dotPortion(f, next, f.length, dot, sep)) return "yes";
			if (head || dotPortion(f, s, next, dot, sep)) return "no";
			s = next;
		}
		return "no";
	}
	#cachedSplit(f) {
		const last = lastSplit;
		return last?.f === f && last.isWindows === this.isWindows && last.preserveMultipleSlashes === this.preserveMultipleSlashes && last.normalize === this.#form ? last : void 0;
	}
	#split(f) {
		const { isWindows, preserveMultipleSlashes } = this;
		let parts = this.#slashSplit(isWindows ? f.split("\\").join("/") : f);
		const normalize = this.#form;
		if (normalize) parts = parts.map((p) => p.normalize(normalize));
		lastSplit = {
			f,
			isWindows,
			preserveMultipleSlashes,
			normalize,
			parts
		};
		return lastSplit;
	}
	#levelTwoFileOptimize(file) {
		const parts = [...file];
		let didSomething = false;
		do {
			didSomething = false;
			if (!this.preserveMultipleSlashes) {
				for (let i = 1; i < parts.length - 1; i++) {
					const p = parts[i];
					if (i === 1 && p === "" && parts[0] === "") continue;
					if (p === "." || p === "") {
						didSomething = true;
						parts.splice(i, 1);
						i--;
					}
				}
				if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
					didSomething = true;
					parts.pop();
				}
			}
			const root = this.#rootIndex(parts) + 1;
			let dd = root;
			while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
				const p = parts[dd - 1];
				if (p && p !== "." && p !== ".." && p !== "**") {
					didSomething = true;
					parts.splice(dd - 1, 2);
					dd = Math.max(dd - 2, root);
				}
			}
		} while (didSomething);
		return parts.length === 0 ? [""] : parts;
	}
	firstPhasePreProcess(globParts) {
		const { braceExpandMax = DEFAULT_BRACE_EXPAND_MAX } = this.options;
		let splitCells = 0;
		const maxSplitCells = 1e6;
		let didSomething = false;
		do {
			didSomething = false;
			for (let parts of globParts) {
				let gs = -1;
				while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
					let gss = gs;
					while (parts[gss + 1] === "**") gss++;
					if (gss > gs) parts.splice(gs + 1, gss - gs);
					let next = parts[gs + 1];
					const p = parts[gs + 2];
					const p2 = parts[gs + 3];
					if (next !== "..") continue;
					if (!p || p === "." || p === ".." || !p2 || p2 === "." || p2 === "..") continue;
					const addedCells = parts.length - 1;
					if (globParts.length >= braceExpandMax || splitCells + addedCells > maxSplitCells) throw new RangeError(`optimizationLevel 2: too many patterns from '**/..'`);
					didSomething = true;
					parts.splice(gs, 1);
					const other = parts.slice(0);
					other[gs] = "**";
					splitCells += addedCells;
					globParts.push(other);
					gs--;
				}
				if (!this.preserveMultipleSlashes) {
					for (let i = 1; i < parts.length - 1; i++) {
						const p = parts[i];
						if (i === 1 && p === "" && parts[0] === "") continue;
						if (p === "." || p === "") {
							didSomething = true;
							parts.splice(i, 1);
							i--;
						}
					}
					if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
						didSomething = true;
						parts.pop();
					}
				}
				const root = this.#rootIndex(parts) + 1;
				let dd = root;
				while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
					const p = parts[dd - 1];
					if (p && p !== "." && p !== ".." && p !== "**") {
						didSomething = true;
						const splin = dd === 1 && parts[dd + 1] === "**" ? ["."] : [];
						parts.splice(dd - 1, 2, ...splin);
						if (parts.length === 0) parts.push("");
						dd = Math.max(dd - 2, root);
					}
				}
			}
		} while (didSomething);
		return globParts;
	}
	secondPhasePreProcess(globParts) {
		const keys = /* @__PURE__ */ new Set();
		const rows = globParts.filter((parts) => {
			const key = parts.join("/");
			if (keys.has(key)) return false;
			keys.add(key);
			return true;
		});
		const stars = /* @__PURE__ */ new Map();
		for (const parts of rows) {
			const s = [];
			for (let i = 0; i < parts.length; i++) if (parts[i] === "*") s.push(i);
			if (s.length) stars.set(s.join(","), s);
		}
		if (!stars.size || rows.length * stars.size > 1e5) return rows;
		const { dot } = this.options;
		return rows.filter((parts) => {
			for (const s of stars.values()) {
				if (s[s.length - 1] >= parts.length) continue;
				const c = [...parts];
				let ok = true;
				let changed = false;
				for (const i of s) {
					const p = parts[i];
					if (p === "*") continue;
					if (!p || p === "**" || !dot && p.startsWith(".")) {
						ok = false;
						break;
					}
					c[i] = "*";
					changed = true;
				}
				if (ok && changed && keys.has(c.join("/"))) return false;
			}
			return true;
		});
	}
	parseNegate() {
		if (this.nonegate) return;
		const pattern = this.pattern;
		let negate = false;
		let negateOffset = 0;
		for (let i = 0; i < pattern.length && pattern.charAt(i) === "!"; i++) {
			negate = !negate;
			negateOffset++;
		}
		if (negateOffset) this.pattern = pattern.slice(negateOffset);
		this.negate = negate;
	}
	#matchRow(file, resolved, pattern, partial) {
		let fileStartIndex = 0;
		let patternStartIndex = 0;
		const fh = this.isWindows ? uncHost(resolved) : -1;
		const ph = fh === -1 ? -1 : uncHost(pattern);
		if (ph !== -1) {
			const host = pattern[ph];
			const share = pattern[ph + 1];
			if (typeof host !== "string" || typeof share !== "string") {
				fileStartIndex = fh;
				patternStartIndex = ph;
			} else if (resolved[fh].toLowerCase() === host.toLowerCase() && resolved[fh + 1].toLowerCase() === share.toLowerCase()) {
				fileStartIndex = fh + 2;
				patternStartIndex = ph + 2;
			}
		} else if (this.isWindows) {
			const fileDrive = typeof file[0] === "string" && /^[a-z]:$/i.test(file[0]);
			const fileUNC = !fileDrive && file[0] === "" && file[1] === "" && file[2] === "?" && /^[a-z]:$/i.test(file[3]);
			const patternDrive = typeof pattern[0] === "string" && /^[a-z]:$/i.test(pattern[0]);
			const patternUNC = !patternDrive && pattern[0] === "" && pattern[1] === "" && pattern[2] === "?" && typeof pattern[3] === "string" && /^[a-z]:$/i.test(pattern[3]);
			const fdi = fileUNC ? 3 : fileDrive ? 0 : void 0;
			const pdi = patternUNC ? 3 : patternDrive ? 0 : void 0;
			if (typeof fdi === "number" && typeof pdi === "number") {
				const [fd, pd] = [file[fdi], pattern[pdi]];
				if (fd.toLowerCase() === pd.toLowerCase()) {
					patternStartIndex = pdi + 1;
					fileStartIndex = fdi + 1;
				}
			}
		}
		file = resolved;
		if (pattern.includes(GLOBSTAR)) return this.#matchGlobstar(file, pattern, partial, fileStartIndex, patternStartIndex);
		return this.#matchOne(file, pattern, partial, fileStartIndex, patternStartIndex);
	}
	#matchGlobstar(file, pattern, partial, fileIndex, patternIndex) {
		const { head, body, tail, segments } = this.#getGlobstarParts(pattern, partial, patternIndex);
		if (head.length) {
			const headEnd = fileIndex + head.length;
			if (!this.#matchOne(file, head, partial, fileIndex, 0, headEnd)) return false;
			fileIndex += head.length;
			patternIndex += head.length;
		}
		let fileTailMatch = 0;
		if (tail.length) {
			if (tail.length + fileIndex > file.length) return false;
			let tailStart = file.length - tail.length;
			if (this.#matchOne(file, tail, partial, tailStart, 0)) fileTailMatch = tail.length;
			else {
				if (file[file.length - 1] !== "" || fileIndex + tail.length === file.length) return false;
				tailStart--;
				if (!this.#matchOne(file, tail, partial, tailStart, 0)) return false;
				fileTailMatch = tail.length + 1;
			}
		}
		if (!body.length) {
			let sawSome = !!fileTailMatch;
			for (let i = fileIndex; i < file.length - fileTailMatch; i++) {
				const f = String(file[i]);
				sawSome = true;
				if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			}
			return partial || sawSome;
		}
		return !!this.#matchGlobStarBodySections(file, segments, file.length - fileTailMatch, fileIndex, 0, partial, 0, !!fileTailMatch, /* @__PURE__ */ new Set());
	}
	#getGlobstarParts(pattern, partial, patternIndex) {
		let byStart = this.#globstarParts.get(pattern);
		if (!byStart) {
			byStart = [];
			this.#globstarParts.set(pattern, byStart);
		}
		const key = patternIndex * 2 + (partial ? 1 : 0);
		const found = byStart[key];
		if (found) return found;
		const firstgs = pattern.indexOf(GLOBSTAR, patternIndex);
		const lastgs = pattern.lastIndexOf(GLOBSTAR);
		const head = pattern.slice(patternIndex, firstgs);
		const body = pattern.slice(firstgs + 1, partial ? void 0 : lastgs);
		const tail = partial ? [] : pattern.slice(lastgs + 1);
		const segments = [[[], 0]];
		let current = segments[0];
		let nonGsParts = 0;
		const nonGsPartsSums = [0];
		for (const b of body) if (b === GLOBSTAR) {
			nonGsPartsSums.push(nonGsParts);
			current = [[], 0];
			segments.push(current);
		} else {
			current[0].push(b);
			nonGsParts++;
		}
		segments.forEach((b, i) => {
			b[1] = nonGsParts - nonGsPartsSums[i];
		});
		const parts = {
			head,
			body,
			tail,
			segments
		};
		byStart[key] = parts;
		return parts;
	}
	#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex, bodyIndex, partial, globStarDepth, sawTail, tried) {
		const bs = bodySegments[bodyIndex];
		if (!bs) {
			if (partial) return fileIndex >= fileLength || fileIndex === fileLength - 1 && file[fileIndex] === "";
			for (let i = fileIndex; i < fileLength; i++) {
				sawTail = true;
				const f = file[i];
				if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			}
			return sawTail;
		}
		const [body, need] = bs;
		const after = partial ? fileLength : fileLength - need;
		while (fileIndex <= after) {
			const key = bodyIndex * (file.length + 1) + fileIndex;
			if (tried.has(key)) return false;
			tried.add(key);
			if (this.#matchOne(file, body, partial, fileIndex, 0, fileIndex + body.length) && globStarDepth < this.maxGlobstarRecursion) {
				const sub = this.#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex + body.length, bodyIndex + 1, partial, globStarDepth + 1, sawTail, tried);
				if (sub !== false) return sub;
			}
			if (fileIndex === after) break;
			const f = file[fileIndex];
			if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) return false;
			fileIndex++;
		}
		return partial || null;
	}
	#matchOne(file, pattern, partial, fileIndex, patternIndex, fileEnd = file.length) {
		let fi;
		let pi;
		let pl;
		let fl;
		for (fi = fileIndex, pi = patternIndex, fl = Math.min(fileEnd, file.length), pl = pattern.length; fi < fl && pi < pl; fi++, pi++) {
			let p = pattern[pi];
			let f = file[fi];
			/* c8 ignore start */
			if (p === false || p === GLOBSTAR) return false;
			/* c8 ignore stop */
			if (!portionMatch(p, f)) return false;
		}
		if (fi === fl && pi === pl) return true;
		else if (fi === fl) return partial;
		else if (pi === pl) return fi === fl - 1 && file[fi] === "";
		else throw new Error("wtf?");
		/* c8 ignore stop */
	}
	braceExpand() {
		return braceExpand(this.pattern, this.options);
	}
	#expandBraces() {
		const { pattern } = this;
		if (this.options.nobrace) return this.braceExpand();
		let code = 57344;
		while (pattern.includes(String.fromCharCode(code))) if (++code > 63743) return this.braceExpand();
		const mark = String.fromCharCode(code);
		let found = false;
		const marked = pattern.replace(rangeRe, (m, lo, hi) => {
			const a = Number(lo);
			const b = Number(hi);
			if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || Math.abs(a - b) + 1 < RANGE_MIN) return m;
			found = true;
			return `${mark}${lo}..${hi}${mark}`;
		});
		if (!found) return this.braceExpand();
		const set = braceExpand(marked, this.options);
		for (const p of set) for (const portion of p.split("/")) {
			const c = portion.indexOf("[");
			if (c !== -1 && c < portion.lastIndexOf(mark)) return this.braceExpand();
			if (!this.options.noext && inRepeatOrNegExt(portion, mark)) return this.braceExpand();
		}
		this.#rangeMark = mark;
		return set;
	}
	parse(pattern) {
		assertValidPattern(pattern);
		const options = this.options;
		if (pattern === "**") return GLOBSTAR;
		if (pattern === "") return "";
		const { nocase, nocaseMagicOnly, noext = false, dot, normalize } = options;
		const rangeMark = this.#rangeMark;
		const lit = rangeMark && pattern.includes(rangeMark) ? void 0 : literal(pattern, noext);
		if (lit !== void 0 && !(nocase && !nocaseMagicOnly && pattern.toUpperCase() !== pattern.toLowerCase())) return this.#norm(lit);
		if (this.#pending) return PENDING;
		let m = this.#matchers.get(pattern);
		if (!m) {
			if (!noext) assertValidExtglobs(pattern);
			m = new Matcher(pattern, {
				nocase,
				noext,
				dot,
				normalize,
				...rangeMark && { rangeMark }
			});
			this.#matchers.set(pattern, m);
		}
		return m;
	}
	#slashSplit(p) {
		if (this.preserveMultipleSlashes) return p.split("/");
		else if (this.isWindows && /^\/\/[^/]+/.test(p)) return ["", ...p.split(/\/+/)];
		else return p.split(/\/+/);
	}
	match(f, partial = this.partial) {
		if (this.comment) return false;
		if (this.empty) return f === "";
		if (f === "/" && partial) return true;
		const options = this.options;
		let split = this.#cachedSplit(f);
		if (!split) {
			if (!partial && !this.#form && (this.#endCheck || this.#literalCheck) && lastChecked !== f) {
				lastChecked = f;
				const can = this.#canMatch(f);
				if (can === "no") return options.flipNegate ? false : this.negate;
				if (can === "yes") return options.flipNegate ? true : !this.negate;
			}
			split = this.#split(f);
		}
		const ff = split.parts;
		const resolved = this.#level2 ? split.resolved ??= this.#levelTwoFileOptimize(ff) : ff;
		const set = this.set;
		let filename = ff[ff.length - 1];
		if (!filename) for (let i = ff.length - 2; !filename && i >= 0; i--) filename = ff[i];
		for (let r = 0; r < set.length; r++) {
			const pattern = set[r];
			const shape = partial ? void 0 : this.#shapes[r];
			if (shape === "base" ? portionMatch(pattern[0], filename) : shape ? this.#matchShape(resolved, pattern, shape) : options.matchBase && pattern.length === 1 ? this.#matchRow([filename], [filename], pattern, partial) : this.#matchRow(ff, resolved, pattern, partial)) {
				if (options.flipNegate) return true;
				return !this.negate;
			}
		}
		if (options.flipNegate) return false;
		return this.negate;
	}
	static defaults(def) {
		return minimatch.defaults(def).Minimatch;
	}
};
/* c8 ignore stop */
minimatch.Minimatch = Minimatch;
minimatch.escape = escape;
minimatch.unescape = unescape;

// node_modules/yaml/dist/nodes/identity.js
var require_identity = /* @__PURE__ */ __commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));

// node_modules/yaml/dist/visit.js
var require_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	/**
	* Apply a visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visit.SKIP = SKIP;
	/** Remove the current node */
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	/**
	* Apply an async visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `Promise`: Must resolve to one of the following values
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visitAsync.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visitAsync.SKIP = SKIP;
	/** Remove the current node */
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));

// node_modules/yaml/dist/doc/directives.js
var require_directives = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			/**
			* The directives-end/doc-start marker `---`. If `null`, a marker may still be
			* included in the document's stringified representation.
			*/
			this.docStart = null;
			/** The doc-end marker `...`.  */
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		/**
		* During parsing, get a Directives instance for the current document and
		* update the stream state according to the current version's spec.
		*/
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		/**
		* @param onError - May be called even if the action was successful
		* @returns `true` on success
		*/
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		/**
		* Resolves a tag, matching handles to those defined in %TAG directives.
		*
		* @returns Resolved tag, which may also be the non-specific tag `'!'` or a
		*   `'!local'` tag, or `null` if unresolvable.
		*/
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		/**
		* Given a fully resolved tag, returns its printable string form,
		* taking into account current tag prefixes and defaults.
		*/
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	/**
	* Verify that the input string is a valid anchor.
	*
	* Will throw on errors.
	*/
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			/**
			* With circular references, the source node is only resolved after all
			* of its child nodes are. This is why anchors are set only after all of
			* the nodes have been created.
			*/
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
	* in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
	* 2021 edition: https://tc39.es/ecma262/#sec-json.parse
	*
	* Includes extensions for handling Map and Set objects.
	*/
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	/**
	* Recursively convert any node or its contents to native JavaScript
	*
	* @param value - The input value
	* @param arg - If `value` defines a `toJSON()` method, use this
	*   as its first argument
	* @param ctx - Conversion context, originally set in Document#toJS(). If
	*   `{ keep: true }` is not set, output should be suitable for JSON
	*   stringification.
	*/
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));

// node_modules/yaml/dist/nodes/Node.js
var require_Node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		/** Create a copy of this node.  */
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** A plain JavaScript representation of this node. */
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		/**
		* Resolve the value of this alias within `doc`, finding the last
		* instance of the `source` anchor before this node.
		*/
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		/**
		* Create a copy of this collection.
		*
		* @param schema - If defined, overwrites the original's schema
		*/
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/**
		* Adds a value to the collection. For `!!map` and `!!omap` the value must
		* be a Pair instance or a `{ key, value }` object, which may not have a key
		* that already exists in the map.
		*/
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		/**
		* Removes a value from the collection.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*/
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringifies a comment.
	*
	* Empty comment lines are left empty,
	* lines consisting of a single space are replaced by `#`,
	* and all other lines are prefixed with a `#`.
	*/
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = /* @__PURE__ */ __commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	/**
	* Tries to keep input at up to `lineWidth` characters, splitting only on spaces
	* not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
	* terminated with `\n` and started with `indent`.
	*/
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	/**
	* Presumes `i + 1` is at the start of a line
	* @returns index of last newline in more-indented block
	*/
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb, vcb, valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));

// node_modules/yaml/dist/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		const k = createNode.createNode(key, void 0, ctx);
		const v = createNode.createNode(value, void 0, ctx);
		return new Pair(k, v);
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		/**
		* A generic collection parsing method that can be extended
		* to other node classes that inherit from YAMLMap
		*/
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		/**
		* Adds a value to the collection.
		*
		* @param overwrite - If not set `true`, using a key that is already in the
		*   collection will throw. Otherwise, overwrites the previous value.
		*/
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		/**
		* @param ctx - Conversion context, originally set in Document#toJS()
		* @param {Class} Type - If set, forces the returned collection type
		* @returns Instance of Type, Map, or Object
		*/
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));

// node_modules/yaml/dist/schema/common/map.js
var require_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	const map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
	exports.map = map;
}));

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		/**
		* Removes a value from the collection.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*/
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*
		* If `key` does not contain a representation of an integer, this will throw.
		* It may be wrapped in a `Scalar`.
		*/
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	const seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
	exports.seq = seq;
}));

// node_modules/yaml/dist/schema/common/string.js
var require_string = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	const string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
	exports.string = string;
}));

// node_modules/yaml/dist/schema/common/null.js
var require_null = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));

// node_modules/yaml/dist/schema/core/bool.js
var require_bool$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));

// node_modules/yaml/dist/schema/core/float.js
var require_float$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	const float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.float = float;
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));

// node_modules/yaml/dist/schema/core/int.js
var require_int$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));

// node_modules/yaml/dist/schema/core/schema.js
var require_schema$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	const schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/json/schema.js
var require_schema$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	const schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_buffer = __require("buffer");
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	const binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		/**
		* Returns a Buffer in node and an Uint8Array in browsers
		*
		* To use the resulting buffer as an image, you'll want to do something like:
		*
		*   const blob = new Blob([buffer], { type: 'image/jpeg' })
		*   document.querySelector('#photo').src = URL.createObjectURL(blob)
		*/
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
	exports.binary = binary;
}));

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key, value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		/**
		* If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
		* but TypeScript won't allow widening the signature of a child method.
		*/
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key, value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	const float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.float = float;
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		/**
		* If `keepPair` is `true`, returns the Pair matching `key`.
		* Otherwise, returns the value of that Pair's key.
		*/
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	/** Internal types handle bigint as number, because TS can't figure it out. */
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	/**
	* hhhh:mm:ss.sss
	*
	* Internal types handle bigint as number, because TS can't figure it out.
	*/
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	const schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/tags.js
var require_tags = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	var Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
	exports.Schema = Schema;
}));

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));

// node_modules/yaml/dist/doc/Document.js
var require_Document = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			/** A comment before this Document */
			this.commentBefore = null;
			/** A comment immediately after this Document */
			this.comment = null;
			/** Errors encountered during parsing. */
			this.errors = [];
			/** Warnings encountered during parsing. */
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		/**
		* Create a deep copy of this Document and its contents.
		*
		* Custom Node values that inherit from `Object` still refer to their original instances.
		*/
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** Adds a value to the document. */
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		/** Adds a value to the document. */
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		/**
		* Create a new `Alias` node, ensuring that the target `node` has the required anchor.
		*
		* If `node` already has an anchor, `name` is ignored.
		* Otherwise, the `node.anchor` value will be set to `name`,
		* or if an anchor with that name is already present in the document,
		* `name` will be used as a prefix for a new unique anchor.
		* If `name` is undefined, the generated anchor will use 'a' as a prefix.
		*/
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		/**
		* Convert a key and a value into a `Pair` using the current schema,
		* recursively wrapping all values as `Scalar` or `Collection` nodes.
		*/
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		/**
		* Returns item at `path`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		/**
		* Checks if the document includes a value with the key `key`.
		*/
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		/**
		* Checks if the document includes a value at `path`.
		*/
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		/**
		* Change the YAML version and schema used by the document.
		* A `null` version disables support for directives, explicit tags, anchors, and aliases.
		* It also requires the `schema` option to be given as a `Schema` instance value.
		*
		* Overrides all previously set schema options.
		*/
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		/**
		* A JSON representation of the document `contents`.
		*
		* @param jsonArg Used by `JSON.stringify` to indicate the array index or
		*   property name.
		*/
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		/** A YAML representation of the document. */
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));

// node_modules/yaml/dist/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = /* @__PURE__ */ __commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	/** @returns Array of lines split up as `[indent, content]` */
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		/**
		* The negative lookbehinds in these RegExps are to
		* prevent causing a polynomial search time in certain cases.
		*
		* The try-catch is for Safari < 16.4 and other old browsers:
		* https://caniuse.com/js-regexp-lookbehind
		*/
		let trimEnd, trimBoth;
		try {
			trimEnd = new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	/**
	* Fold a single newline into a space, multiple newlines to N - 1 newlines.
	* Presumes `source[offset] === '\n'`
	*/
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = /* @__PURE__ */ __commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));

// node_modules/yaml/dist/compose/composer.js
var require_composer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	/**
	* Compose a stream of CST nodes into a stream of YAML Documents.
	*
	* ```ts
	* import { Composer, Parser } from 'yaml'
	*
	* const src: string = ...
	* const tokens = new Parser().parse(src)
	* const docs = new Composer().compose(tokens)
	* ```
	*/
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		/**
		* Current stream status information.
		*
		* Mostly useful at the end of input for an empty stream.
		*/
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		/**
		* Compose tokens into documents.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		/** Advance the composer by one CST token. */
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		/**
		* Call at end of input to yield any remaining document.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	/**
	* Create a new scalar token with `value`
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.indent The indent level of the token.
	* @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
	* @param context.offset The offset position of the token.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	/**
	* Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
	*
	* Best efforts are made to retain any comments previously associated with the `token`,
	* though all contents within a collection's `items` will be overwritten.
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.afterKey In most cases, values after a key should have an additional level of indentation.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	/** @returns `true` if last token is a newline */
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringify a CST document, token, or collection item
	*
	* Fair warning: This applies no validation whatsoever, and
	* simply concatenates the sources in their logical order.
	*/
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	/**
	* Apply a visitor to a CST document or item.
	*
	* Walks through the tree (depth-first) starting from the root, calling a
	* `visitor` function with two arguments when entering each item:
	*   - `item`: The current item, which included the following members:
	*     - `start: SourceToken[]` – Source tokens before the key or value,
	*       possibly including its anchor or tag.
	*     - `key?: Token | null` – Set for pair values. May then be `null`, if
	*       the key before the `:` separator is empty.
	*     - `sep?: SourceToken[]` – Source tokens between the key and the value,
	*       which should include the `:` map value indicator if `value` is set.
	*     - `value?: Token` – The value of a sequence item, or of a map pair.
	*   - `path`: The steps from the root to the current node, as an array of
	*     `['key' | 'value', number]` tuples.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this token, continue with
	*      next sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current item, then continue with the next one
	*   - `number`: Set the index of the next step. This is useful especially if
	*     the index of the current token has changed.
	*   - `function`: Define the next visitor for this item. After the original
	*     visitor is called on item entry, next visitors are called after handling
	*     a non-empty `key` and when exiting the item.
	*/
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current item */
	visit.SKIP = SKIP;
	/** Remove the current item */
	visit.REMOVE = REMOVE;
	/** Find the item at `path` from `cst` as the root */
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	/**
	* Get the immediate parent collection of the item at `path` from `cst` as the root.
	*
	* Throws an error if the collection is not found, which should never happen if the item itself exists.
	*/
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));

// node_modules/yaml/dist/parse/cst.js
var require_cst = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	/** The byte order mark */
	const BOM = "﻿";
	/** Start of doc-mode */
	const DOCUMENT = "";
	/** Unexpected end of flow-mode */
	const FLOW_END = "";
	/** Next token is a scalar value */
	const SCALAR = "";
	/** @returns `true` if `token` is a flow or block collection */
	const isCollection = (token) => !!token && "items" in token;
	/** @returns `true` if `token` is a flow or block scalar; not an alias */
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	/** Get a printable representation of a lexer token */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	/** Identify the type of a lexer token. May return `null` for unknown tokens. */
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	/**
	* Splits an input string into lexical tokens, i.e. smaller strings that are
	* easily identifiable by `tokens.tokenType()`.
	*
	* Lexing starts always in a "stream" context. Incomplete input may be buffered
	* until a complete token can be emitted.
	*
	* In addition to slices of the original input, the following control characters
	* may also be emitted:
	*
	* - `\x02` (Start of Text): A document starts with the next token
	* - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
	* - `\x1f` (Unit Separator): Next token is a scalar value
	* - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
	*/
	var Lexer = class {
		constructor() {
			/**
			* Flag indicating whether the end of the current buffer marks the end of
			* all input
			*/
			this.atEnd = false;
			/**
			* Explicit indent set in block scalar header, as an offset from the current
			* minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
			* explicitly set.
			*/
			this.blockScalarIndent = -1;
			/**
			* Block scalars that include a + (keep) chomping indicator in their header
			* include trailing empty lines, which are otherwise excluded from the
			* scalar's contents.
			*/
			this.blockScalarKeep = false;
			/** Current input */
			this.buffer = "";
			/**
			* Flag noting whether the map value indicator : can immediately follow this
			* node within a flow context.
			*/
			this.flowKey = false;
			/** Count of surrounding flow collection levels. */
			this.flowLevel = 0;
			/**
			* Minimum level of indentation required for next lines to be parsed as a
			* part of the current scalar value.
			*/
			this.indentNext = 0;
			/** Indentation level of the current line. */
			this.indentValue = 0;
			/** Position of the next \n character. */
			this.lineEndPos = null;
			/** Stores the state of the lexer if reaching the end of incpomplete input */
			this.next = null;
			/** A pointer to `buffer`; the current position of the lexer. */
			this.pos = 0;
		}
		/**
		* Generate YAML tokens from the `source` string. If `incomplete`,
		* a part of the last line may be left as a buffer for the next call.
		*
		* @returns A generator of lexical tokens
		*/
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl, sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Tracks newlines during parsing in order to provide an efficient API for
	* determining the one-indexed `{ line, col }` position for any offset
	* within the input.
	*/
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			/**
			* Should be called in ascending order. Otherwise, call
			* `lineCounter.lineStarts.sort()` before calling `linePos()`.
			*/
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			/**
			* Performs a binary search and returns the 1-indexed { line, col }
			* position of `offset`. If `line === 0`, `addNewLine` has never been
			* called or `offset` is before the first known newline.
			*/
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));

// node_modules/yaml/dist/parse/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	/** Note: May modify input array */
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	/**
	* A YAML concrete syntax tree (CST) parser
	*
	* ```ts
	* const src: string = ...
	* for (const token of new Parser().parse(src)) {
	*   // token: Token
	* }
	* ```
	*
	* To use the parser with a user-provided lexer:
	*
	* ```ts
	* function* parse(source: string, lexer: Lexer) {
	*   const parser = new Parser()
	*   for (const lexeme of lexer.lex(source))
	*     yield* parser.next(lexeme)
	*   yield* parser.end()
	* }
	*
	* const src: string = ...
	* const lexer = new Lexer()
	* for (const token of parse(src, lexer)) {
	*   // token: Token
	* }
	* ```
	*/
	var Parser = class {
		/**
		* @param onNewLine - If defined, called separately with the start position of
		*   each new line (in `parse()`, including the start of input).
		*/
		constructor(onNewLine) {
			/** If true, space and sequence indicators count as indentation */
			this.atNewLine = true;
			/** If true, next token is a scalar value */
			this.atScalar = false;
			/** Current indentation level */
			this.indent = 0;
			/** Current offset since the start of parsing */
			this.offset = 0;
			/** On the same line with a block map key */
			this.onKeyLine = false;
			/** Top indicates the node that's currently being built */
			this.stack = [];
			/** The source of the current token, set in parse() */
			this.source = "";
			/** The type of the current token, set in parse() */
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		/**
		* Parse `source` as a YAML stream.
		* If `incomplete`, a part of the last line may be left as a buffer for the next call.
		*
		* Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
		*
		* @returns A generator of tokens representing each directive, document, and other structure.
		*/
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		/**
		* Advance the parser by the `source` of one lexical token.
		*/
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		/** Call at end of input to push out any remaining constructions */
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));

// node_modules/yaml/dist/public-api.js
var require_public_api = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	/**
	* Parse the input as a stream of YAML documents.
	*
	* Documents should be separated from each other by `...` or `---` marker lines.
	*
	* @returns If an empty `docs` array is returned, it will be of type
	*   EmptyStream and contain additional stream information. In
	*   TypeScript, you should use `'empty' in docs` as a type guard for it.
	*/
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	/** Parse an input string into a single YAML.Document */
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var cst = require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
}));

// src/report/text/for-source-line.ts
var import_dist = require_dist();
/**
* A line of a file above a caret, with `\u{fffd}` for what would steer a terminal or a CI log: each UTF-16
* unit keeps its place. A tab becomes one blank.
*/
const forSourceLine = (line) => line.replaceAll("	", " ").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => "�".repeat(character.length));

// src/config/config-error.ts
/** The text of a config file under the name that people know it by. */
var Source = class {
	file;
	text;
	lines = new import_dist.LineCounter();
	constructor(file, text) {
		this.file = file;
		this.text = text;
		this.lines.addNewLine(0);
		for (const { index } of text.matchAll(/\n/g)) this.lines.addNewLine(index + 1);
	}
	problem(span, { message, remedy }) {
		const start = Math.max(0, Math.min(span.start, this.text.trimEnd().length));
		const { line, col } = this.lines.linePos(start);
		const sourceLine = this.text.slice(start - col + 1, this.lines.lineStarts[line]).replace(/\r?\n?$/, "");
		const column = Math.min(col - 1, sourceLine.length);
		const marked = sourceLine.slice(column, column + Math.max(1, span.end - start)).trimEnd();
		const length = Math.max(1, marked.length);
		return {
			message,
			remedy,
			file: this.file,
			line,
			column: column + 1,
			length,
			sourceLine
		};
	}
};
const SHOWN_COLUMNS = 100;
const SHOWN_PROBLEMS = 50;
/** A user's own words inside a message: on one line, without control characters, and cut when long. */
function quoted$2(words) {
	const cut = words.length > 60 ? `${words.slice(0, 59)}…` : words;
	return `\`${forSourceLine(cut).replaceAll("`", "'")}\``;
}
/** Words to choose from. */
const listed$1 = (words) => words.map((word) => `\`${word}\``).join(", ");
/** The part of a line that fits the screen and holds the caret. */
function excerpt({ sourceLine, column, length }) {
	const before = column - 1;
	const from = before + Math.min(length, 40) > SHOWN_COLUMNS ? before - 40 : 0;
	const cutLeft = from > 0 ? "…" : "";
	const cutRight = sourceLine.length > from + SHOWN_COLUMNS ? "…" : "";
	const text = `${cutLeft}${forSourceLine(sourceLine.slice(from, from + SHOWN_COLUMNS))}${cutRight}`;
	const shown = Math.max(1, Math.min(length, from + SHOWN_COLUMNS - before));
	return {
		text,
		caret: " ".repeat(cutLeft.length + before - from) + "^".repeat(shown)
	};
}
function renderProblem(problem) {
	const { text, caret } = excerpt(problem);
	const gutter = String(problem.line).replaceAll(/\d/g, " ");
	return [
		`${problem.file}:${problem.line}:${problem.column}: ${problem.message}`,
		` ${gutter} |`,
		` ${problem.line} | ${text}`.trimEnd(),
		` ${gutter} | ${caret}`,
		...problem.remedy.split("\n").map((line) => ` ${gutter} = ${line}`)
	].join("\n");
}
/** All problems in the order of the file, each with its line, a caret under the place, and the way out. */
function renderProblems(problems) {
	const rendered = problems.slice(0, SHOWN_PROBLEMS).map(renderProblem);
	const rest = problems.length - rendered.length;
	if (rest > 0) rendered.push(`... and ${rest} more ${rest === 1 ? "problem" : "problems"}`);
	return rendered.join("\n\n");
}
/** Everything that is wrong with a config file, as one error that keeps the places. */
var ConfigError = class extends UserError {
	problems;
	constructor(file, problems) {
		const these = problems.length === 1 ? "this problem" : `these ${problems.length} problems`;
		super("config", renderProblems(problems), `Correct ${these} in ${file}; nothing was measured.`);
		this.problems = problems;
	}
};

// src/config/glob.ts
const MAX_LENGTH$1 = 512;
const MAX_STARS$1 = 16;
const MAX_ALTERNATIVES = 100;
const OPTIONS = {
	dot: true,
	noext: true,
	nonegate: true,
	nocomment: true,
	platform: "linux",
	braceExpandMax: 101
};
/**
* What makes a pattern unfit to be matched: hostile, or surely not what was meant; null when nothing does.
*/
function checkGlob(pattern) {
	const unfit = (what, remedy) => ({
		message: `the pattern ${what}`,
		remedy
	});
	const stars = pattern.split("*").length - 1;
	if (pattern === "") return unfit("is empty and matches nothing", "Write for example \"parser/*\", or \"**\" for all.");
	if (pattern.length > MAX_LENGTH$1) return unfit(`has ${pattern.length} characters, more than ${MAX_LENGTH$1}`, "Shorten it with a `*`.");
	if (/\p{Cc}/u.test(pattern)) return unfit("holds a control character", "Put a `?` in the place of that character.");
	if (stars > MAX_STARS$1) return unfit(`has ${stars} stars, more than ${MAX_STARS$1}`, "Split it into several patterns.");
	if (pattern.startsWith("!")) return {
		message: "a pattern cannot be negated",
		remedy: `Name what is to match. A name that begins with an exclamation mark is written ${quoted$2(`\\${pattern}`)}.`
	};
	if (alternatives(pattern) <= MAX_ALTERNATIVES) return null;
	return {
		message: `the braces of the pattern stand for more than ${MAX_ALTERNATIVES} patterns`,
		remedy: "Use a `*` in the place of braces."
	};
}
const alternatives = (pattern) => pattern.includes("{") ? braceExpand(pattern, OPTIONS).length : 1;
const compiled = /* @__PURE__ */ new Map();
const MAX_COMPILED = 1e4;
/**
* A test for ids (or paths) by one pattern that `checkGlob` accepts. An id always matches itself, whatever
* signs it holds, and `**` matches everything.
*/
function compileGlob(pattern) {
	let matcher = compiled.get(pattern);
	if (matcher === void 0) {
		if (compiled.size >= MAX_COMPILED) compiled.clear();
		matcher = compile(pattern.normalize("NFC"));
		compiled.set(pattern, matcher);
	}
	return matcher;
}
function compile(pattern) {
	if (pattern === "**") return () => true;
	const literal = /^[^*?[\]{}\\]*/.exec(pattern)[0];
	if (literal === pattern) return (id) => id.normalize("NFC") === pattern;
	const glob = new Minimatch(pattern, OPTIONS);
	return (id) => {
		const name = id.normalize("NFC");
		return name === pattern || name.startsWith(literal) && glob.match(name);
	};
}

// src/config/written-quantity.ts
/** What a quantity in a unit is called in a sentence. */
const calledIn = (unit) => unit === null ? "a bare number" : unitOf$1(unit).called ?? `a number of ${quoted$2(unit)}`;
/** Words that people try and that are no units, and what to write for them. */
const MEANT = /* @__PURE__ */ new Map([
	["pct", "%"],
	["m", "min"],
	["ops", "ops/s"],
	["/s", "ops/s"]
]);
const DIGITS = "[0-9]{1,15}(\\.[0-9]{1,15})?";
const QUANTITY = new RegExp(`^(?<digits>${DIGITS})(\\s*(?<word>[\\p{L}\\p{Sc}%‰°#\\/]([^\\p{C}\\p{Zl}\\p{Zp}]{0,38}[^\\p{C}\\p{Z}])?))?$`, "u");
/** `1e3 ms`: an exponent, and no unit that begins with an e. */
const EXPONENT = /^[0-9.]+e[-+0-9]/i;
/** For editors, simple enough for every engine: all that `parseQuantity` reads, and a few units more. */
const ANY_QUANTITY = `^(?![0-9.]+[eE][-+0-9])${DIGITS}(\\s*[^\\s0-9.,_+-].*)?$`;
/** A number with the unit as written. */
function split(text) {
	const { digits, word } = QUANTITY.exec(text)?.groups ?? {};
	return digits === void 0 || EXPONENT.test(text) ? null : {
		digits,
		word: word ?? null
	};
}
/** Reads `5%`, `64 KiB`, `40 frames`, `1200`; null for all but a plain decimal with or without a unit. */
function parseQuantity(text) {
	const written = split(text);
	if (written === null) return null;
	const { digits, word } = written;
	if (word === null) return {
		value: Number(digits),
		unit: null
	};
	const normal = normalUnit(word);
	if (normal === null) return {
		value: Number(digits),
		unit: word
	};
	const { unit, factor } = normal;
	return {
		value: factor === .01 ? Number(digits) / 100 : Number(digits) * factor,
		unit
	};
}
/** A limit as the config file takes it; of memory in steps of 1000 or of 1024, whichever is shorter. */
function limitText(value, unit) {
	const { scales, binary, offered } = unitOf$1(unit);
	const [decimal, inBinary] = [inScale$1(value, scales.filter(({ symbol, factor }) => factor === 1 || offered.includes(symbol))), inScale$1(value, binary)];
	return inBinary !== null && inBinary.length < decimal.length ? inBinary : decimal;
}
function inScale$1(value, scales) {
	if (scales.length === 0) return null;
	const { symbol, factor } = scaleFor(value, scales);
	const space = symbol === "" || symbol === "%" ? "" : " ";
	return `${digits(factor === .01 ? value * 100 : value / factor)}${space}${symbol}`;
}
/** Without the noise of binary fractions; of what is counted, one more is a difference. */
const digits = (value) => String(Number(value.toPrecision(12)));
const REGRESSION = {
	unit: "fraction",
	low: 0,
	high: 10,
	range: "above 0 % and below 1000 %",
	example: "5%",
	otherwise: "A limit in time or operations per second belongs to `max` or `min`."
};
const otherwise = "It is relative to the base.";
const ACCEPTED = {
	...REGRESSION,
	example: "20%",
	otherwise
};
const IMPROVEMENT = {
	...REGRESSION,
	high: 1,
	range: "above 0 % and below 100 %",
	example: "10%"
};
const TIME_PER_BENCHMARK = {
	unit: "ns",
	low: 5e6,
	high: 1e10,
	range: "from 5 ms to 10 s",
	example: "30 ms",
	otherwise: "Units of time are ns, µs, ms, s, min and h."
};
const TIME_LIMIT = {
	...TIME_PER_BENCHMARK,
	low: 1e9,
	high: 216e11,
	range: "from 1 s to 6 h",
	example: "15 min"
};
/** What a text of this kind looks like, for editors: the units, not the range. */
const quantityPattern = ({ unit }) => `^${DIGITS}\\s*(${accepted(unit).join("|")})$`;
/** Micro has two code points, U+00B5 and U+03BC, and keyboards disagree on which. */
const accepted = (unit) => {
	const { offered } = unitOf$1(unit);
	return [.../* @__PURE__ */ new Set([...offered, ...offered.map((word) => word.replace("µ", "μ"))])];
};
const writeFor = (example) => `Write for example ${example}.`;
/** What is wrong with a text where a quantity of this kind is wanted; null when nothing is. */
function checkQuantity(text, kind) {
	const word = split(text)?.word ?? null;
	const quantity = parseQuantity(text);
	if (quantity === null) return notAQuantity(text, kind.example);
	if (word === null) return wantsUnit(text, [kind.example]);
	const { value, unit } = quantity;
	if (unit !== null && unit !== kind.unit && unitOf$1(unit).called !== null) return {
		message: `${quoted$2(text)} is ${calledIn(unit)} where ${calledIn(kind.unit)} is wanted`,
		remedy: `${writeFor(kind.example)} ${kind.otherwise}`
	};
	if (!accepted(kind.unit).includes(word)) return unknownUnit(word, [kind.unit]);
	return (unitKind(kind.unit) === "ratio" ? value > kind.low && value < kind.high : value >= kind.low && value <= kind.high) ? null : {
		message: `${quoted$2(text)} is out of range`,
		remedy: `It must be ${kind.range}.`
	};
}
/** A bare number: says which units make it one of these examples. */
function wantsUnit(text, examples) {
	const units = examples.map((example) => `${text}${example.replace(/^[0-9]+/, "")}`);
	if (units.some((unit) => unit.endsWith("%")) && Number(text) < 1) units.unshift(`${Number((Number(text) * 100).toPrecision(6))}%`);
	return {
		message: `${quoted$2(text)} has no unit`,
		remedy: `Write it with one: ${units.join(" or ")}.`
	};
}
/** A word where one of these units (normal forms) is wanted. */
function unknownUnit(word, units) {
	const known = units.flatMap((unit) => unitOf$1(unit).offered);
	const meant = sameAs(word.toLowerCase(), known) ?? didYouMean(word, known);
	const choice = known.filter((spelling) => spelling !== "us").join(", ");
	const remedy = meant === null ? `The units here are ${choice}.` : `Did you mean ${quoted$2(meant)}?`;
	return {
		message: `unknown unit ${quoted$2(word)}`,
		remedy
	};
}
/**
* The offered spelling of a unit that was written in another word, such as `s` for `seconds`; null: there is
* none.
*/
function sameAs(word, offered) {
	const meant = MEANT.get(word) ?? word;
	if (offered.includes(meant)) return meant;
	const normal = normalUnit(meant);
	if (normal === null || meant.includes("/")) return null;
	const isSame = (other) => other?.unit === normal.unit && other.factor === normal.factor;
	return offered.find((spelling) => isSame(normalUnit(spelling))) ?? null;
}
/** Why a text is no quantity at all. */
function notAQuantity(text, example) {
	if (text.trim() === "") return {
		message: "the text is empty",
		remedy: writeFor(example)
	};
	if (/^[-\u2212]/.test(text)) return {
		message: `${quoted$2(text)} is negative`,
		remedy: `${writeFor(example)} Nothing here is below 0.`
	};
	if (/^\.[0-9]+$/.test(text)) return wantsUnit(`0${text}`, [example]);
	if (/^[0-9]+,[0-9]+/.test(text)) return {
		message: `${quoted$2(text)} has a comma in its number`,
		remedy: "Write a decimal point, and no thousands separator."
	};
	const remedy = `${writeFor(example)} Numbers are plain decimals of at most 15 digits.`;
	return {
		message: `${quoted$2(text)} is not a number with a unit`,
		remedy
	};
}

// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}

// src/report/view/wording.ts
/** Of a finding that was measured again. */
const HELD = "Measured again, and it held.";
const percent = (fraction) => `${(100 * fraction).toFixed(1)} %`;
const shortPercent = (fraction) => `${Number((100 * fraction).toPrecision(3))} %`;
const change$1 = ({ size, direction }) => `a change of ${percent(size)} for the ${direction}`;
/** Every sentence that is said of a finding, in one place. */
const WORDING = {
	"change-without-budget": () => "Its relative change has no budget and was not tested.",
	"waiver-ended": ({ until, reason }) => `The waiver ended on ${until}: ${reason}`,
	"waiver-exceeded": ({ upTo, measured, reason }) => `Accepted up to ${percent(upTo)}, measured ${percent(measured)}: ${reason}`,
	accepted: ({ upTo, until, reason }) => `Accepted up to ${percent(upTo)}${until === null ? "" : ` until ${until}`}: ${reason}`,
	"limit-broken": () => "The limit lies outside the whole interval of the head’s own value.",
	"limit-undecided": () => "The interval of the head’s own value straddles its limit.",
	"limit-broken-in-files": () => "What the result files say is beyond the limit.",
	"promise-broken": ({ needed }) => `An improvement of ${percent(needed)} is required here, and was not reached.`,
	"promise-undecided": ({ needed }) => `Whether the required improvement of ${percent(needed)} was reached could not be shown.`,
	"not-recurred": (data) => `It showed ${change$1(data)} at first, which did not recur when it was measured again.`,
	"depends-on-neighbours": (data) => `It depends on its neighbours: beside the other benchmarks of its process it showed ${change$1(data)}, and not when it ran alone.`,
	"not-confirmed": () => "It could not be measured again to confirm it.",
	failed: ({ side, processes, of, in: noun, message }) => `On ${side} it failed${noun === "result files" && of === 1 ? "" : ` in ${processes} of ${of} ${noun}`}: ${message}`,
	"suite-failed": ({ side, suite, message }) => `On ${side} ${suite} ${message}`,
	"failed-before-registered": ({ suite, message }) => `On head ${suite} failed before it was registered: ${message}`,
	"error-rate-rose": ({ base, head }) => `Its error rate rose from ${shortPercent(base)} to ${shortPercent(head)}: what it measured is not the same work.`,
	"error-rate-unknown": () => "Base reports an error rate, and head does not: whether it measured the same work is not known.",
	"zero-base": () => "Base measured 0, so there is no ratio.",
	"zero-value": () => "A value is 0: there is no ratio to it.",
	"no-ratio": () => "A value is below zero or not finite, and has no ratio to another.",
	"optimised-away": () => "One call takes less than a processor cycle: its work was optimised away. Return the result or keep it.",
	contention: ({ share }) => `Contention or I/O: CPU time is ${Math.round(100 * share)} % of wall time.`,
	"no-block": () => "No block of processes was completed for it.",
	"no-room-for-a-block": () => "The time limit left no room for a whole block of processes.",
	"metric-not-reported": ({ sides, metric }) => `Some processes of ${sides.join(" and ") || "a side"} reported no ${metric} that can be compared.`,
	"metric-not-reported-on-head": ({ metric }) => `Some of its processes on head reported no ${metric}.`,
	"too-few-calls": ({ metric, needed, base, head }) => `${metric} needs ${needed} calls timed one by one in each process; there was time for ${base} on base and ${head} on head.`,
	"no-time-for-calls": ({ metric, needed }) => `${metric} needs ${needed} calls timed one by one in each process, and there was no time for them.`,
	"too-few-samples": ({ needed }) => `Fewer than ${needed} samples a side: one call takes too long for the time it was given.`,
	"not-in-files": ({ metric }) => `The result files have no ${metric} of it.`,
	"different-statistics": () => "Base and head hold different statistics, such as a mean and a median.",
	unsteady: () => "It should be the same in every run and is not: compared like a measured value.",
	"unknown-spread": () => "One value a side, and nothing that says how far it can be trusted: no interval.",
	"one-run": () => "One run on a side: the interval takes it that runs differ by one percent.",
	"nothing-to-compare-with": ({ why }) => `Nothing to compare with. ${sentenceOf(why)}`,
	"stored-run-has-it": ({ sha }) => `Base was measured without it, and the stored run of ${sha.slice(0, 7)} has it.`,
	"moved-suite": ({ from }) => `On base it stands in ${from}: among other neighbours it is another benchmark.`,
	"moved-command": () => "On base another command reports it.",
	"not-in-stored-run": () => "The stored run that stands in for base does not have it.",
	"no-stored-value": () => "The stored run has no value of it.",
	"stored-unit-differs": () => "The stored run has it in another unit.",
	"direction-turned": ({ stored, now }) => `${stored} was better in the stored run, and now ${now} is: they are not compared.`,
	"not-compared": ({ obstacle }) => `It was not compared: ${obstacle}.`,
	"removed-with-budget": () => "This change removes it together with its budget.",
	"budget-names-it": ({ place }) => `The budget at ${place} names it, and it did not run. Remove the rule with the benchmark.`,
	"metric-dropped": ({ metric }) => `Base reports ${metric} of it, and head does not.`,
	"nothing-shared": () => "No benchmark of base is there under its name any more: nothing was compared.",
	"base-not-measured": ({ reason }) => `Base was not measured: ${reason}`,
	"parent-not-measured": ({ reason }) => `The parent was not measured: ${reason}`,
	"only-exact-compared": ({ obstacle }) => `Only what is deterministic was compared: ${obstacle}`,
	"results-compared-with-nothing": ({ obstacle }) => `The results were compared with nothing, and only absolute limits were checked: ${obstacle}. A push to the default branch records one.`,
	"suite-failure": ({ suite, side, message }) => `${suite} on ${side}: ${message}`,
	"late-error": ({ suite, side, message }) => `${suite} on ${side}: an error after its benchmarks were registered: ${message}`,
	"suite-failure-again": ({ suite, side, message }) => `${suite} on ${side}, when it was measured again: ${message}`,
	"waiver-past": ({ place, match, until }) => `${place}: the waiver for ${JSON.stringify(match)} ended on ${until}`,
	"without-budget": ({ count, of, missed }) => {
		const [have, were] = count === 1 ? ["has", "was"] : ["have", "were"];
		return `${count} of ${of} benchmarks ${have} no budget and ${were} not ${missed}`;
	},
	"base-config-invalid": ({ problem }) => `The config file of base does not count, so its budgets are the defaults: ${problem}`,
	"base-config-missing": () => "Base has no config file: its budgets are the defaults",
	"settings-edited": ({ settings }) => `This change also edits ${settings.join(", ")} in the config file`,
	"too-few-blocks": ({ blocks, comparisons }) => `There was time for ${blocks} block of executions, which among ${comparisons} comparisons can show no regression: raise measure.time-limit, or let an execution take less time`,
	"checkouts-remain": ({ reason }) => `the checkouts could not be removed: ${reason}`,
	"stored-runs-unreadable": ({ reason, remedy }) => `The stored runs could not be read: ${reason} ${remedy}`,
	"run-not-stored": ({ reason, remedy, file }) => `The run was not stored: ${reason}. ${remedy} What was measured lies in ${file} (output run-file).`,
	worded: ({ text }) => text
};
/** A finding in the words that people read. */
const sentenceOf = (finding) => WORDING[finding.code](finding);
/** Findings in words, each sentence once. */
const sentencesOf = (findings) => [...new Set(findings.map(sentenceOf))];
/** The warnings that say something new: why there is no base is said at the top of a report already. */
function newWarnings({ warnings, baseline }) {
	const sentences = sentencesOf(warnings);
	const run = runIn(baseline);
	if (run === null) return sentences;
	const known = sentenceOf({
		code: "base-not-measured",
		reason: run.reason
	});
	return sentences.filter((sentence) => sentence !== known);
}

// src/report/json.ts
/**
* Any value as JSON that may be printed to a log: a CI runner obeys `##[` anywhere in a line, which occurs in
* strings alone and can be written in another way there.
*/
const jsonText = (content) => `${JSON.stringify(content, null, 2).replaceAll("##[", String.raw`#\u0023[`)}\n`;
/**
* The assessment as `report.json` holds it, its findings in words. Going through the schema puts the keys
* into its order, whatever order they were made in, and refuses NaN and Infinity, which JSON would turn into
* null.
*/
function reportOf({ rows, warnings, measuredBy, baseline, ...a }) {
	const { kind: _, ...run } = runIn(baseline) ?? { kind: null };
	return reportSchema.parse({
		...a,
		rows: rows.map((row) => ({
			...row,
			notes: row.notes.map(sentenceOf)
		})),
		warnings: sentencesOf(warnings),
		results: measuredBy.kind === "benchgate" ? null : {
			tools: measuredBy.tools,
			base: baseline.kind === "files" ? baseline.files : [],
			head: measuredBy.files
		},
		standIn: runIn(baseline) && run
	});
}
const renderJson = (a) => jsonText(reportOf(a));

// src/report/text/one-line.ts
const UNPRINTABLE = /(?!\u200d|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const PLAIN = /^[\x20-\x7e]*$/;
const ONE_CELL_EACH = /^[\x20-\x7e\u00b5\u00b7\u2014\u2026\u2192]*$/;
const ZERO_WIDTH = /^(?:\p{Mn}|\p{Me}|\p{Cf})+$/u;
const TWO_CELLS = /\p{Emoji_Presentation}|\ufe0f/u;
const WORDS = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
/** UTF-16 units that a cell may take: a family of four is 11 units in two cells. */
const UNITS_PER_CELL = 6;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** The text on one line, with whatever a screen would obey or hide written out: `\n`, `\u{202e}`. */
function printable$1(text) {
	if (PLAIN.test(text)) return text;
	return text.replace(UNPRINTABLE, (c) => WORDS[c] ?? `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}
/** Cells that a terminal gives to a printable text. */
function displayWidth(text) {
	if (ONE_CELL_EACH.test(text)) return text.length;
	let width = 0;
	for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
	return width;
}
function graphemeWidth(grapheme) {
	if (ZERO_WIDTH.test(grapheme)) return 0;
	const code = grapheme.codePointAt(0) ?? 0;
	return TWO_CELLS.test(grapheme) || isWide(code) ? 2 : 1;
}
/** Blocks that are wide throughout in Unicode's EastAsianWidth.txt; its other symbols are emoji. */
const isWide = (code) => code >= 4352 && code <= 4447 || code >= 11904 && code <= 42191 && code !== 12351 || code >= 43360 && code <= 43391 || code >= 44032 && code <= 55203 || code >= 63744 && code <= 64255 || code >= 65072 && code <= 65135 || code >= 65280 && code <= 65376 || code >= 65504 && code <= 65510 || code >= 131072 && code <= 262141;
/**
* Printable, and at most `maxCells` wide. What is cut is cut from the middle, because benchmarks differ in
* the end of a name (`n=1000`) as often as in its start. The length is bounded too: one cell can carry any
* number of combining marks.
*/
function shorten(text, maxCells) {
	const startCells = Math.ceil((maxCells - 1) * 2 / 3);
	const endCells = maxCells - 1 - startCells;
	if (text.length <= maxCells * UNITS_PER_CELL) {
		const whole = printable$1(text);
		if (whole.length <= maxCells * UNITS_PER_CELL && displayWidth(whole) <= maxCells) return whole;
	}
	const start = printable$1(text.slice(0, startCells * UNITS_PER_CELL).replace(/[\ud800-\udbff]$/, ""));
	const end = printable$1(text.slice(-endCells * UNITS_PER_CELL).replace(/^[\udc00-\udfff]/, ""));
	return `${fitting(start, startCells, "start")}…${fitting(end, endCells, "end")}`;
}
/** As much of the start or of the end as so many cells take. */
function fitting(text, maxCells, of) {
	if (PLAIN.test(text)) return of === "start" ? text.slice(0, maxCells) : text.slice(-maxCells);
	const parts = [...graphemes.segment(text)];
	let cells = 0;
	let units = 0;
	for (const { segment } of of === "start" ? parts : parts.reverse()) {
		cells += graphemeWidth(segment);
		if (cells > maxCells || units + segment.length > maxCells * UNITS_PER_CELL) break;
		units += segment.length;
	}
	return of === "start" ? text.slice(0, units) : text.slice(text.length - units);
}
/** A benchmark's name as people see it; even the empty name is something to point at. */
const shortName = (name, maxCells) => name.trim() === "" ? "(no name)" : shorten(name, maxCells);

// src/report/quantity.ts
/** A unit that is not ours may be a sentence: what is printed of it, in cells. */
const MAX_UNIT = 20;
/** Digits that a number of this program can have. */
const MAX_DIGITS = 15;
/** From here on a number is written with an exponent: 1.23e+16. */
const MAX_INTEGER = 0x38d7ea4c68000;
/** One value in the unit that people would choose: `4.21 ms`, `1.23 %`, `48 B`; `—` where there is none. */
function formatQuantity(value, unit) {
	if (value === null) return "—";
	return inScale([value], scaleOf(value, unit), unit, 3).text;
}
/**
* Base and head in one unit and, within a tenfold, with as many decimals: `4.21 → 4.98 ms`. Values that
* differ by as much as a change is printed for get the digits in which they differ, so that `15.3 → 15.3 µs`
* is never beside a change; exact values get them however little they differ, since one byte more is a
* finding. Values more than a thousandfold apart keep their own units, and so does a side that has no value.
*/
function formatPair(base, head, unit, exact = false) {
	if (base === null || head === null || apart(base, head, unit)) return `${formatQuantity(base, unit)} → ${formatQuantity(head, unit)}`;
	const greatest = Math.max(Math.abs(base), Math.abs(head));
	const difference = Math.abs(head - base);
	const usual = difference < .02 * greatest ? 4 : 3;
	const scale = scaleOf(greatest, unit);
	const short = inScale([base, head], scale, unit, usual);
	if (!(exact ? difference > 0 : difference >= LEAST_SHOWN * Math.abs(base))) return short.text;
	const finest = exact ? scaleOf(0, unit) : scale;
	for (let digits = usual; digits <= MAX_DIGITS; digits += 1) {
		const pair = inScale([base, head], digits === usual ? scale : finest, unit, digits);
		if (pair.digits[0] !== pair.digits[1]) return pair.text;
	}
	return short.text;
}
/** The least change that has a percentage, of base: half of 0.01 %. */
const LEAST_SHOWN = 5e-5;
/** Values of one unit, with `count` significant digits of the largest. */
function inScale(values, scale, unit, count) {
	const digits = digitsOf(values.map((value) => scaled(value, scale)), count, scale.factor === 1 && unitOf$1(unit).isCountable);
	return {
		digits,
		text: withSymbol(digits.join(" → "), scale.symbol)
	};
}
/** The largest numbers have no percentage among the numbers. */
const scaled = (value, { factor }) => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value / factor));
/** The unit to print beside a metric: none where it would repeat the metric's name, as of `instructions`. */
const unitBeside = ({ metric, unit }) => unit === metric && unitOf$1(unit).scales.every(({ symbol }) => symbol === unit) ? "" : unit;
/** A limit as a person wrote it: `10 ms`, `50 kops/s`, without digits that say nothing. */
function formatLimit(value, unit) {
	const scale = scaleOf(value, unit);
	return withSymbol(trimmed(scaled(value, scale)), scale.symbol);
}
/** A fraction as a level: .05 is `5 %`, .025 is `2.5 %`. */
const formatLevel = (fraction) => `${trimmed(fraction * 100)} %`;
/** A fraction's percentage without its sign: one decimal, two below .1 %, none from 100 % on. */
function percentDigits(fraction) {
	const percent = Math.min(Math.abs(fraction) * 100, Number.MAX_VALUE);
	if (percent >= 1e6) return percent.toExponential(1);
	if (percent >= 99.95) return grouped(percent);
	return percent.toFixed(percent > 0 && percent < .095 ? 2 : 1);
}
/** Wall time: `8.4 s`, `5 min 12 s`, `1 h 3 min`. */
function formatSeconds(seconds) {
	if (seconds < 10) return `${trimmed(Math.round(seconds * 10) / 10)} s`;
	const whole = Math.round(seconds);
	if (whole < 60) return `${whole} s`;
	const minutes = Math.round(whole / 60);
	const [count, large, small] = whole < 3600 ? [
		whole,
		"min",
		"s"
	] : [
		minutes,
		"h",
		"min"
	];
	return `${grouped(Math.floor(count / 60))} ${large}${count % 60 ? ` ${count % 60} ${small}` : ""}`;
}
/** An integer with commas: 5,000. */
const grouped = (value) => Math.round(value).toLocaleString("en-US");
/** `1 benchmark`, `2 benchmarks`. */
const plural = (count, noun, many = `${noun}s`) => `${grouped(count)} ${count === 1 ? noun : many}`;
/** The unit that people would choose for a value; from 999.5 on, which would print as 1000, the next one. */
function scaleOf(value, unit) {
	const { kind, scales } = unitOf$1(unit);
	const scale = scaleFor(value, scales, .9995);
	return kind === "other" ? {
		...scale,
		symbol: shorten(scale.symbol.trim(), MAX_UNIT)
	} : scale;
}
/** Zero is zero in every unit. */
function apart(a, b, unit) {
	const [less, more] = [Math.abs(a), Math.abs(b)].sort((one, other) => one - other);
	return less > 0 && more > 1e3 * less && scaleOf(a, unit).factor !== scaleOf(b, unit).factor;
}
const withSymbol = (digits, symbol) => symbol === "" ? digits : `${digits} ${symbol}`;
function digitsOf(values, count, counted) {
	const inFull = (value) => {
		const size = Math.abs(value);
		return size < MAX_INTEGER && (Number.isInteger(value) || size >= 1e4 && count <= 4);
	};
	if (counted && values.every((value) => inFull(value))) return values.map(grouped);
	const sizes = values.map((value) => Math.abs(value)).filter((size) => size > 0);
	const greatest = Math.max(...sizes);
	const alike = sizes.length > 1 && greatest <= 10 * Math.min(...sizes);
	return values.map((value) => significant(value, count, alike ? greatest : Math.abs(value)));
}
/** A value with so many significant digits of a number of that size. */
function significant(value, digits, size) {
	if (size === 0) return "0";
	return isExtreme(size) ? scientific(value, digits) : fixed(value, decimalsOf(size, digits));
}
/** What would be too many digits or zeros. */
const isExtreme = (size) => size >= 1e7 || size < 1e-4;
/** Decimals of a number that is to have so many significant digits. */
function decimalsOf(size, digits) {
	const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
	const rounded = Number(size.toFixed(decimals));
	return Math.floor(Math.log10(rounded)) > Math.floor(Math.log10(size)) ? Math.max(0, decimals - 1) : decimals;
}
function fixed(value, decimals) {
	const text = value.toFixed(decimals);
	if (Math.abs(Number(text)) < 1e3) return text;
	return Number(text).toLocaleString("en-US", { minimumFractionDigits: decimals });
}
function trimmed(value) {
	const size = Math.abs(value);
	if (size >= MAX_INTEGER || size > 0 && size < 1e-4) return scientific(value, 3);
	if (Number.isInteger(value)) return grouped(value);
	return value.toLocaleString("en-US", { maximumSignificantDigits: 6 });
}
const scientific = (value, digits) => value.toExponential(digits - 1);

// src/report/text/link.ts
const MAX_URL = 2e3;
const COMMIT = /^[0-9a-f]{7,64}$/;
/** Markdown that leads to `url`; null where that is no URL to lead people to. `text` is Markdown already. */
function linkTo(text, url) {
	const target = url == null ? null : targetOf$1(url);
	return target === null ? null : `[${text}](${target})`;
}
/** A commit's Markdown, leading to its page where there is one. */
function commitLink(text, sha, links) {
	if (sha === null || !COMMIT.test(sha)) return text;
	return linkTo(text, links?.commit?.(sha)) ?? text;
}
function targetOf$1(url) {
	const parsed = url.length > MAX_URL || !URL.canParse(url) ? null : new URL(url);
	if (parsed?.protocol !== "https:" || parsed.username !== "" || parsed.password !== "") return null;
	return parsed.href.replace(/[^\w.~:/?#=%+,;!&-]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, "0")}`).replaceAll("&", "&amp;");
}

// src/report/text/outside.ts
const outside = (kind, text) => ({
	kind,
	text
});
/** Words by a template: strings and numbers in it are ours. */
const words$1 = (ours, ...between) => ours.flatMap((text, i) => {
	const next = between[i] ?? "";
	return typeof next === "number" ? [text, `${next}`] : [text, ...wordsOf$1(next)];
}).filter((part) => part !== "");
/** Lists as a sentence does: `a, b, c`. */
const listed = (parts, separator = ", ") => parts.flatMap((part, i) => [...i === 0 ? [] : [separator], ...wordsOf$1(part)]);
/** What a sink makes of words, given what it makes of a text from outside. */
function written(text, write) {
	if (typeof text === "string") return text;
	if ("kind" in text) return write(text);
	return text.map((part) => written(part, write)).join("");
}
const wordsOf$1 = (text) => typeof text === "string" || "kind" in text ? [text] : text;
/** As many characters of a commit id as people read. */
const shortSha = (sha) => sha.slice(0, 7);

// src/report/text/for-markdown.ts
const PLAIN_CODE = /^[\p{L}\p{N}\p{M}/_.,:+=()[\]{}*#%-](?:[\p{L}\p{N}\p{M}/_.,:+=()[\]{}*#% -]*[\p{L}\p{N}\p{M}/_.,:+=()[\]{}*#%-])?$/u;
const reference = (c) => `&#${c.codePointAt(0)};`;
const RUNNER_COMMAND = "##[";
/** Widest name in cells of a screen; table rows stay readable and 50 of them stay within a comment. */
const MAX_NAME_CELLS = 100;
/** A metric's name, or base and head with a unit each. */
const MAX_PHRASE_CELLS = 80;
/** A sentence that somebody wrote, or an error's message. */
const MAX_PROSE_CELLS = 300;
const WRITERS = {
	name: (text) => code(text, MAX_NAME_CELLS),
	ref: (text) => code(text, MAX_NAME_CELLS),
	place: (text) => code(text, MAX_NAME_CELLS),
	commit: (text, links) => commitLink(code(shortSha(text), MAX_NAME_CELLS), text, links),
	line: (text) => code(text.trim(), MAX_PROSE_CELLS),
	metric: (text) => harmless(text, MAX_PHRASE_CELLS),
	quantity: (text) => harmless(text, MAX_PHRASE_CELLS),
	label: prose,
	sentence: prose
};
/** Words as Markdown on one line: ours are Markdown already, and a commit leads to its page in `links`. */
const forMarkdown = (text, links = null) => written(text, (one) => WRITERS[one.kind](one.text, links));
function code(word, maxCells) {
	const text = shortName(word, maxCells);
	if (PLAIN_CODE.test(text) && !text.includes(RUNNER_COMMAND)) return `\`${text}\``;
	return `<code>${text.replace(/[^\p{L}\p{N}\p{M}/, -]/gu, (c) => c.charCodeAt(0) < 128 ? reference(c) : c).replaceAll("&#64;", "&#64;⁠")}</code>`;
}
function prose(text) {
	if (text.trim() === "") return "…";
	return harmless(text, MAX_PROSE_CELLS).replace(/^\d+(?=[.)])/, "$&⁠").replace(/^[-+]/, reference);
}
const harmless = (text, maxCells) => shorten(text.trim(), maxCells).replace(/[@#$]|:(?=\/)|www(?=\.)|GH(?=-)/gi, "$&⁠").replace(/[^\p{L}\p{N}\p{M}\s.,;:()%'’"/!?+=…-]/gu, (c) => c.charCodeAt(0) < 128 ? reference(c) : c);

// src/report/view/change.ts
const SPEED = {
	worse: "slower",
	better: "faster"
};
const SIZE = {
	worse: "more",
	better: "less"
};
const LEVEL$1 = {
	worse: "lower",
	better: "higher"
};
const MIXED = {
	worse: "worse",
	better: "better"
};
/** Words for worse and better: times and rates get slower; of the rest there is more, or it gets lower. */
const directionOf$2 = (row) => isSpeed(row) ? SPEED : row.better === "lower" ? SIZE : LEVEL$1;
/** Words for several rows together: `slower` is said only where all of them are speeds. */
const directionOfAll = (rows) => rows.every((row) => isSpeed(row)) ? SPEED : MIXED;
/**
* Effects are head / base - 1 in the metric's own direction; people read "slower" and "faster", so the sign
* is turned once, here: `worse` is positive when the head is worse.
*/
const worse = (row, effect) => row.better === "lower" ? effect : -effect;
/** How much worse the head is, as a fraction; negative when it is better, null when nobody knows. */
const worsening = (row) => row.effect === null ? null : worse(row, row.effect);
/** Its rank: what was zero and no longer is has no ratio, and is worse or better than any that has one. */
function rankOf(row) {
	const from0 = changeFromZero(row);
	return worsening(row) ?? (from0 === 0 ? 0 : worse(row, from0 * Infinity));
}
/** 1 or -1 where base is zero, so that there is no ratio, and head is above or below it; else 0. */
function changeFromZero({ effect, base, head }) {
	return effect === null && base.value === 0 && head.value !== null ? Math.sign(head.value) : 0;
}
/** What stands where there is nothing to say. */
const NOTHING = "—";
/** What is said beside a change for which nothing was estimated. */
const EXACT = "exact";
/** `18.3 % slower`, `12.5 % more`, `3.1 % lower`, `no difference`; `—` without an estimate. */
function effectWords(row) {
	const by = worsening(row);
	if (by === null) return "—";
	return isShown(by) ? `${percentDigits(by)} % ${sideOf$2(row, by)}` : "no difference";
}
/** Whether the digits that are printed of a fraction differ from zero. */
const isShown = (fraction) => Number(percentDigits(fraction)) !== 0;
/** How a row changed. An exact value that differs is never the same; from zero there is no percentage. */
function changeWords$1(row) {
	const from0 = changeFromZero(row);
	if (from0 !== 0) return from0 > 0 ? "up from 0" : "down from 0";
	const by = worsening(row);
	if (by === null) return row.base.value === 0 && row.head.value === 0 ? "no difference" : "—";
	return row.exact && by !== 0 && !isShown(by) ? `under 0.01 % ${sideOf$2(row, by)}` : effectWords(row);
}
const sideOf$2 = (row, by) => directionOf$2(row)[by > 0 ? "worse" : "better"];
/**
* The interval in the sense of the words beside it, without a sign: `15.1 to 21.7` is a range of "slower"
* where they say slower. An end that they do not cover says its own direction: `0.3 faster to 1.1 slower`.
*/
function intervalWords(row, between = " to ") {
	if (row.interval === null) return null;
	const by = worsening(row) ?? 0;
	const [low, high] = [worse(row, row.interval.low), worse(row, row.interval.high)].sort((one, other) => by < 0 ? other - one : one - other);
	const side = (end) => isShown(end) ? sideOf$2(row, end) : null;
	const from = side(low) ?? side(high);
	const to = side(high) ?? side(low);
	if (from !== to) return `${percentDigits(low)} ${from}${between}${percentDigits(high)} ${to}`;
	const range = [low, high].sort((one, other) => Math.abs(one) - Math.abs(other)).map(percentDigits).join(between);
	return to === null || to === side(by) ? range : `${range} ${to}`;
}
/**
* What is said beside the change of a row: its interval; `exact` where nothing was estimated; and where
* values that should not vary did so, how far. Null where there is nothing to say.
*/
function besideWords(row, between = " to ") {
	const interval = intervalWords(row, between);
	if (!row.exact) return interval;
	return row.interval !== null && row.interval.high - row.interval.low >= 1e-9 ? `varied: ${interval}` : EXACT;
}

// src/report/view/sections.ts
/** The parts of a report, one for every row, and what its rows are called behind their number. */
const NAMES$2 = {
	failing: "failed",
	warned: "warnings",
	absent: "did not run",
	accepted: "accepted",
	slower: "slower",
	faster: "faster",
	inconclusive: "undecided",
	unchanged: "unchanged",
	added: "new",
	removed: "removed"
};
const SECTIONS = Object.keys(NAMES$2);
const BY_VERDICT = {
	failed: "absent",
	missing: "absent",
	"over-budget": "slower",
	regression: "slower",
	"slower-small": "slower",
	improvement: "faster",
	inconclusive: "inconclusive",
	insufficient: "inconclusive",
	unchanged: "unchanged",
	accepted: "accepted",
	new: "added",
	removed: "removed"
};
/** What must be acted on, and therefore comes first, is never cut and is explained. */
const FOUND = [
	"failing",
	"warned",
	"absent",
	"accepted"
];
/** What must be seen without a click: for `compare`, which finds nothing wrong, all that differs. */
const seenFirst = (command) => command === "compare" ? [
	...FOUND,
	"slower",
	"faster"
] : FOUND;
/** All rows by section, each section in the order in which a person wants to read it. */
function sectionsOf(a) {
	const rows = Map.groupBy(a.rows, (row) => sectionOf(row, a.command));
	return Object.fromEntries(SECTIONS.map((s) => [s, (rows.get(s) ?? []).sort(orderIn(s))]));
}
/** `compare` has no budgets: what it finds is slower or faster, and only what did not run is a failure. */
function sectionOf(row, command) {
	const section = BY_VERDICT[row.verdict];
	if (row.severity === "pass" || command === "compare" && section !== "absent") return section;
	return row.severity === "fail" ? "failing" : "warned";
}
/** Sections that are looked up rather than read are in the order of names. */
function orderIn(section) {
	if (section === "unchanged" || section === "added" || section === "removed") return byName;
	return section === "faster" ? bestFirst : worstFirst;
}
const GRAVITY = [
	"failed",
	"missing",
	"over-budget",
	"regression",
	"inconclusive",
	"insufficient"
];
const gravity$1 = ({ verdict }) => GRAVITY.indexOf(verdict) + 1 || GRAVITY.length + 1;
/** What did not run, then what is over a limit, then the largest change for the worse; then by name. */
const worstFirst = (a, b) => gravity$1(a) - gravity$1(b) || compareRanks(b, a) || byName(a, b);
const bestFirst = (a, b) => compareRanks(a, b) || byName(a, b);
const compareRanks = (a, b) => Math.sign(rankOf(a) - rankOf(b)) || 0;
const byName = (a, b) => compareText(a.benchmark, b.benchmark) || compareText(a.metric, b.metric);
const compareText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** Distinct benchmarks among rows: one that breaks two of its budgets is still one benchmark. */
const benchmarksIn = (rows) => new Set(rows.map((row) => row.benchmark)).size;
/** What could not be decided, for noise or for want of data. */
const isUndecided = ({ verdict }) => verdict === "inconclusive" || verdict === "insufficient";
/** What did not run. */
/** What is said of a row in place of its change; null: the change says it. */
const saidOf$1 = (verdict) => SAID[verdict] ?? null;
const SAID = {
	missing: "did not run",
	failed: "failed"
};
const isStopped = ({ verdict }) => verdict === "missing" || verdict === "failed";
/** What one of the rows of a section is: `new`, `slower`. */
function wordOf(section, rows) {
	if (section === "slower") return directionOfAll(rows).worse;
	return section === "faster" ? directionOfAll(rows).better : NAMES$2[section];
}
/** `1 failed`, `3 undecided`: the size of a section in the words of the command and of its metrics. */
function countWords(section, rows, { command, measuredBy }) {
	if (section === "warned") return plural(rows.length, "warning");
	const isRecorded = section === "added" && command === "record" && measuredBy.kind === "tools";
	const bounds = section === "slower" && command !== "compare" ? " within budget" : "";
	return `${grouped(rows.length)} ${isRecorded ? "recorded" : wordOf(section, rows)}${bounds}`;
}
/** How many of its comparisons are in each section, undecided ones among failures and warnings apart. */
const countsOf$1 = (a, s) => SECTIONS.filter((name) => s[name].length > 0).map((name) => {
	const open = name === "inconclusive" ? 0 : s[name].filter(isUndecided).length;
	return `${countWords(name, s[name], a)}${open === 0 ? "" : ` (${grouped(open)} undecided)`}`;
});

// src/report/view/accept.ts
const MAX_PATTERN = 512;
const MAX_STARS = 16;
const MAX_PERCENT = 999;
/** How far above what was measured a ceiling lies: a quarter of it, and two points at least. */
const ROOM = 1.25;
const LEAST_ROOM = .02;
/** Percent from which on a ceiling is a whole number. */
const WHOLE_FROM = 10;
/** What some version of YAML reads as something else than text. */
const YAML_WORDS = /* @__PURE__ */ new Set([
	"true",
	"false",
	"null",
	"yes",
	"no",
	"on",
	"off",
	"y",
	"n"
]);
/** The entry of `accepted:` that lets a regression pass; null where nothing can be accepted. */
function acceptEntry(row) {
	if (row.verdict !== "regression") return null;
	const match = literalGlob(row.benchmark);
	const ceiling = ceilingOf(row);
	if (match === null || ceiling === null) return null;
	return `- { match: ${quoted$1(match)}, metric: ${plainOrQuoted(row.metric)}, up-to: ${ceiling}%, reason: "why it is worth it" }`;
}
/**
* The ceiling in percent: what was measured and a quarter of it, at most the end of its interval, but two
* points more in any case; rounded up to half a percent, from 10 % on to a whole one. It has to let the same
* change pass when another machine measures it again, which moves an estimate by a point or two however
* narrow its interval is, and to stop what comes on top: the end of a wide interval (164 % for an estimate of
* 50 %) would let much more pass.
*/
function ceilingOf(row) {
	if (rankOf(row) === Infinity) return 1;
	const estimate = worsening(row);
	if (estimate === null || estimate <= 0 || estimate * 100 >= MAX_PERCENT) return null;
	const { low, high } = row.interval ?? {
		low: 0,
		high: 0
	};
	const end = Math.max(worse(row, low), worse(row, high));
	const near = Math.min(ROOM * estimate, end > estimate ? end : Infinity);
	const percent = 100 * Math.max(near, estimate + LEAST_ROOM);
	const step = percent < WHOLE_FROM ? .5 : 1;
	const most = row.better === "higher" && estimate <= 1 ? 100 : MAX_PERCENT;
	return Math.min(most, Math.ceil(percent / step - 1e-9) * step);
}
/** A metric's name as YAML reads it back, without quotes where it is a word like `time.p99` or `B/op`. */
const plainOrQuoted = (metric) => /^[a-z](?:[\w./-]*\w)?$/i.test(metric) && !YAML_WORDS.has(metric.toLowerCase()) ? metric : quoted$1(metric);
/** `match` is a glob: a pattern in the name must mean itself. Null for a name that no glob can say. */
function literalGlob(name) {
	const pattern = name.replace(/[\\*?[\]{}]|^!/g, String.raw`\$&`).replace(/\p{Cc}/gu, "?");
	const stars = pattern.split("*").length - 1;
	return pattern.trim() === "" || pattern.length > MAX_PATTERN || stars > MAX_STARS ? null : pattern;
}
/**
* A YAML string in double quotes. Besides what YAML needs, everything is escaped that could end a fenced
* block, start a comment or tag in Markdown, that a CI runner obeys (`##[`), or that shows something else
* than what is copied.
*/
function quoted$1(text) {
	return JSON.stringify(text).replace(/[`<>@\u007f-\uffff]|(?<=#)#(?=\[)/g, (c) => SEEN.test(c) ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** Letters and digits that a screen shows. */
const SEEN = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;

// src/report/view/changed-budgets.ts
/** What a change does to the budgets, and what of that everybody should see; null: it leaves them alone. */
function budgetChangesView({ budgetChanges }) {
	if (budgetChanges.length === 0) return null;
	const loosened = budgetChanges.filter(({ direction }) => direction === "loosened");
	const loosens = loosened.length > 0;
	const tightened = budgetChanges.length - loosened.length;
	const others = loosens && tightened > 0 ? `, and tightens ${plural(tightened, "other")}` : "";
	return {
		loosens,
		text: `This pull request ${loosens ? "loosens" : "tightens"} budgets${others}`,
		listed: (loosens ? loosened : budgetChanges).map(changeWords),
		all: budgetChanges.map((change) => words$1`${change.direction}: ${changeWords(change)}`)
	};
}
/** `time max-regression: 5% → 20%, for 12 benchmarks such as parser/large`. */
function changeWords({ metric, limit, from, to, benchmarks, example }) {
	const name = outside("name", example);
	const whom = benchmarks === 1 ? name : words$1`${plural(benchmarks, "benchmark")} such as ${name}`;
	return words$1`${outside("label", metric)} ${limit}: ${outside("ref", from)} → ${outside("ref", to)}, for ${whom}`;
}

// src/report/view/revisions.ts
/** Labels that say no more than the side does. */
const EMPTY = /* @__PURE__ */ new Set([
	"",
	"HEAD",
	"head",
	"base"
]);
const GENERATED = /* @__PURE__ */ new Set([
	"merge-base",
	"parent",
	"working tree"
]);
/** A revision as its commit and, where that is not the same, what the user called it. */
function revisionView({ label, sha, dirty }) {
	const isGenerated = GENERATED.has(label);
	return {
		commit: sha ? outside("commit", sha) : null,
		label: EMPTY.has(label.trim()) || sha?.startsWith(label) ? null : outside(isGenerated ? "label" : "ref", label),
		isGenerated,
		dirty
	};
}
const OTHER_JOBS = "The interval of a change is as wide as jobs differ from one another: taken from successive stored runs on the same CPU, and wide where there are few of them.";
/** What a run in the place of base is called, above its column and in a sentence, and what it claims. */
const RUN_WORDS = { stored: {
	column: "Stored",
	run: "stored run",
	claim: OTHER_JOBS
} };
/** What the two columns of values are called. */
function sideNames({ command, baseline }) {
	const run = runIn(baseline);
	return {
		base: run !== null ? RUN_WORDS[run.kind].column : command === "record" ? "Parent" : "Base",
		head: {
			check: "PR",
			compare: "head",
			record: "commit"
		}[command]
	};
}
/** True where head was measured alone and there was nothing to compare it with. */
const isAlone = ({ base, baseline, measuredBy }) => baseline.kind === "none" && (measuredBy.kind === "tools" || base.sha === null);
/** An ISO date as people read it, to the day or to the minute; null for anything else. */
function formatDate(iso, precision) {
	const at = new Date(iso);
	if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 0 || at.getUTCFullYear() > 9999) return null;
	const [day = "", time = ""] = at.toISOString().split("T");
	return precision === "day" ? day : `${day} ${time.slice(0, 5)} UTC`;
}

// src/report/view/sparkline.ts
const BARS = "▁▂▃▄▅▆▇█";
/** Relative to the median: what differs by less than this is noise, and is drawn as nothing. */
const FLAT_BELOW = .02;
/**
* One bar a value, from the least to the greatest of them; all at the lowest bar where they span less than 2
* % of their median, which at full height would look like news. Values that are not finite are left out.
*/
function sparkline(values) {
	const finite = values.filter((value) => Number.isFinite(value));
	const ascending = [...finite].sort((a, b) => a - b);
	const least = ascending[0] ?? 0;
	const halfSpan = (ascending.at(-1) ?? 0) / 2 - least / 2;
	const median = ascending[Math.floor((ascending.length - 1) / 2)] ?? 0;
	if (halfSpan === 0 || halfSpan < FLAT_BELOW / 2 * Math.abs(median)) return BARS[0].repeat(finite.length);
	const highest = 7;
	return finite.map((value) => BARS[Math.round((value / 2 - least / 2) / halfSpan * highest)]).join("");
}

// src/report/view/columns.ts
/** Values of earlier runs that a table draws. */
const DRAWN = 20;
const column = (title, align, cell) => ({
	title,
	align,
	cell
});
/** The columns that reports choose from. */
function columnsFor(a) {
	const level = a.rows.find((row) => row.interval !== null && !row.exact)?.interval?.level;
	const sides = sideNames(a);
	const longest = a.rows.reduce((most, { history }) => Math.max(most, Math.min(DRAWN, history.length)), 0);
	return {
		icon: column("", "left", ({ icon }) => ({ text: icon })),
		benchmark: column("Benchmark", "left", ({ name }) => ({ text: name })),
		metric: column("Metric", "left", ({ metric }) => ({ text: metric })),
		values: column(`${sides.base} → ${sides.head}`, "right", (row) => ({
			text: row.values(),
			below: row.medians()
		})),
		change: column(level === void 0 ? "Change" : `Change (${percentDigits(level).replace(".0", "")} %)`, "right", (row) => changeCell$1(row)),
		budget: column("Budget", "right", ({ verdict, limit, waiver }) => ({
			text: limit()?.words ?? null,
			isStrong: verdict === "over-budget",
			below: waiver?.added === true ? "by this pull request" : null
		})),
		noise: column("Noise", "left", ({ noise }) => ({ text: noise && `${noise.grade} (${noise.spread ?? "—"})` })),
		visible: column("Smallest visible change", "right", ({ visible }) => ({ text: visible })),
		history: column(`Last ${longest} → ${sides.head}`, "left", ({ history, head: { value } }) => ({
			text: history.length === 0 ? null : sparkline([...history.slice(-20), ...value === null ? [] : [value]]),
			isFixed: history.length > 0
		})),
		need: column("Needs", "left", ({ need }) => ({ text: need() }))
	};
}
/** `between`: what stands between the ends of an interval. */
function changeCell$1({ verdict, instead, change, beside }, between) {
	const other = instead();
	if (other !== null) return {
		text: other,
		isStrong: verdict !== "insufficient"
	};
	const text = change();
	if (text === null) return { text };
	return {
		text,
		isStrong: verdict === "regression",
		beside: beside(between)
	};
}

// src/report/view/headline.ts
/** Compared is what has changed for the worse; without that its sign is the one of faster. */
const ICONS = {
	"did-not-run": "💥",
	"over-budget": "❌",
	warnings: "⚠️",
	accepted: "☑️",
	compared: "🔻",
	noisy: "❔",
	faster: "⚡",
	unchanged: "✅",
	"first-run": "🌱"
};
/**
* One sentence that follows from the rows, never from an average: the first case that is true wins. What is
* undecided, did not run, is gone or was edited is counted behind it: what was found is not the result
* without it.
*/
function headline(a, s) {
	const counts = countsOf(a.rows);
	const { kind, says, text } = find(a, s, counts);
	const { compared, undecided, stopped, removed, edited } = counts;
	const remainder = [
		undecided > 0 && says !== "undecided" && `${grouped(undecided)} of ${grouped(compared)} undecided`,
		stopped > 0 && says !== "stopped" && `${grouped(stopped)} did not run`,
		removed > 0 && `${grouped(removed)} removed`,
		edited > 0 && `${grouped(edited)} edited`
	].filter((part) => part !== false);
	return {
		kind,
		icon: ICONS[kind === "compared" && s.slower.length === 0 ? "faster" : kind],
		text: [text, ...remainder].join(", ")
	};
}
function countsOf(rows) {
	const count = (which) => benchmarksIn(rows.filter(which));
	return {
		compared: count((row) => row.verdict !== "new" && row.verdict !== "removed" && !isStopped(row)),
		undecided: count(isUndecided),
		stopped: count(isStopped),
		removed: count(({ verdict }) => verdict === "removed"),
		edited: count(({ edited }) => edited)
	};
}
/** From half of what was compared on, that it is undecided is the result. */
const isMostlyUndecided = ({ compared, undecided }) => undecided > 0 && 2 * undecided >= compared;
function find(a, s, counts) {
	if (a.rows.length === 0) return {
		kind: "did-not-run",
		text: "No benchmark was measured"
	};
	const failed = failing(s, counts);
	if (failed !== null) return failed;
	if (a.command === "record") return recorded(a, s, counts);
	if (a.command === "compare") return compared$1(s, counts) ?? warned(s) ?? quiet(a, s, counts);
	if (s.added.length < a.rows.length) return warned(s) ?? quiet(a, s, counts);
	return {
		kind: "first-run",
		text: `First run: ${nothingFor(a.rows)}`
	};
}
/** `3 benchmarks`, of rows. */
const benchmarksOf$1 = (rows, noun = "benchmark") => plural(benchmarksIn(rows), noun);
/** `3 slower`; nothing of no rows. */
const counted = (rows, words) => rows.length === 0 ? [] : [`${grouped(benchmarksIn(rows))} ${words}`];
function failing(s, { stopped }) {
	const over = s.failing.filter((row) => !isStopped(row));
	const overBudget = over.length > 0 ? [`${benchmarksOf$1(over)} over budget`] : [];
	if (over.length < s.failing.length) return {
		kind: "did-not-run",
		text: [`${plural(stopped, "benchmark")} did not run`, ...overBudget].join(", "),
		says: "stopped"
	};
	return over.length > 0 ? {
		kind: "over-budget",
		text: overBudget.join("")
	} : null;
}
function warned(s) {
	if (s.warned.length > 0) return {
		kind: "warnings",
		text: `${benchmarksOf$1(s.warned)} to look at, none failing`
	};
	if (s.accepted.length === 0) return null;
	return {
		kind: "accepted",
		text: `${acceptedWords(s.accepted)}, nothing else over budget`
	};
}
const nothingFor = (rows) => `${benchmarksOf$1(rows, "new benchmark")}, nothing to compare with yet`;
/** Who accepted it matters: a change that lets itself pass is for its reviewers to see. */
function acceptedWords(accepted) {
	const itself = benchmarksIn(accepted.filter(({ waiver }) => waiver?.added === true));
	if (itself === benchmarksIn(accepted)) return `${benchmarksOf$1(accepted, "regression")} accepted by this pull request`;
	const all = benchmarksOf$1(accepted, "accepted regression");
	return itself === 0 ? all : `${all}, ${grouped(itself)} of them by this pull request`;
}
function compared$1(s, counts) {
	const faster = counted(s.faster, directionOfAll(s.faster).better);
	const text = [...counted(s.slower, directionOfAll(s.slower).worse), ...faster].join(", ");
	return s.slower.length > 0 || s.faster.length > 0 && !isMostlyUndecided(counts) ? {
		kind: "compared",
		text
	} : null;
}
/** The commit is on its branch already: what was found is stored and said, and nothing is held up. */
function recorded(a, s, counts) {
	const isOfResults = a.measuredBy.kind === "tools";
	const benchmarks = benchmarksOf$1(a.rows.filter(({ head }) => head.value !== null));
	if (s.added.length === a.rows.length) {
		const isFirst = (a.history?.runs ?? 0) === 0;
		const whole = `Recorded ${benchmarks}${isOfResults ? "" : ", with no parent to compare with"}`;
		return {
			kind: "first-run",
			text: isFirst ? `First run: recorded ${benchmarks}` : whole
		};
	}
	const run = runIn(a.baseline);
	const other = run !== null ? `the ${RUN_WORDS[run.kind].run}` : "the parent";
	const warned = (which) => s.warned.filter(which);
	const isRegression = ({ verdict }) => verdict === "regression";
	const isOver = ({ verdict }) => verdict === "over-budget";
	const regressions = warned(isRegression);
	const worse = (rows) => directionOfAll(rows).worse;
	const found = [
		...counted([...warned(isStopped), ...s.absent], "did not run"),
		...counted(regressions, `${worse(regressions)} than ${other}`),
		...counted(warned(isOver), "over a limit"),
		...counted(s.accepted, `${worse(s.accepted)} as accepted`),
		...counted(s.slower, `${worse(s.slower)} by less than a warning`),
		...counted(s.faster, directionOfAll(s.faster).better),
		...counted(warned((row) => ![
			isStopped,
			isRegression,
			isOver,
			isUndecided
		].some((is) => is(row))), "to look at")
	];
	const unchanged = isAlone(a) && isOfResults || counts.undecided > 0 || counts.compared === 0 ? "" : `: no change against ${other}`;
	const text = `Recorded ${benchmarks}${found.length === 0 ? unchanged : `: ${found.join(", ")}`}`;
	if (s.warned.length > 0 || s.absent.length > 0) return {
		kind: "warnings",
		text,
		says: "stopped"
	};
	if (s.accepted.length > 0) return {
		kind: "accepted",
		text
	};
	if (isMostlyUndecided(counts)) return {
		kind: "noisy",
		text
	};
	return {
		kind: s.faster.length > 0 ? "faster" : "unchanged",
		text
	};
}
function quiet(a, s, counts) {
	const { compared, undecided } = counts;
	const gained = directionOfAll(s.faster);
	const small = `${directionOfAll(s.slower).worse} by less than a warning`;
	const slower = counted(s.slower, small);
	if (isMostlyUndecided(counts)) {
		const found = [...counted(s.faster, gained.better), ...slower];
		const rest = found.length > 0 || undecided === compared ? found : ["nothing found in the rest"];
		return {
			kind: "noisy",
			text: [`${whyUndecided(a)}: ${whichUndecided(a, counts)}`, ...rest].join(", "),
			says: "undecided"
		};
	}
	if (s.faster.length > 0) {
		const rest = slower.length > 0 || undecided > 0 ? slower : [`none ${gained.worse}`];
		return {
			kind: "faster",
			text: [`${benchmarksOf$1(s.faster)} ${gained.better}`, ...rest].join(", ")
		};
	}
	if (slower.length > 0) return {
		kind: "unchanged",
		text: `${benchmarksOf$1(s.slower)} ${small}`
	};
	if (compared > 0) return {
		kind: "unchanged",
		text: `No change in ${plural(compared - undecided, "benchmark")}`
	};
	if (s.added.length === 0) return {
		kind: "noisy",
		text: "Nothing to compare"
	};
	return {
		kind: "first-run",
		text: nothingFor(s.added)
	};
}
function whyUndecided({ measuredBy, rows }) {
	if (measuredBy.kind === "tools") return "Undecided";
	return rows.filter((row) => isUndecided(row)).every(({ verdict }) => verdict === "insufficient") ? "Too little data to judge" : "Too noisy to judge";
}
function whichUndecided({ rows }, { compared, undecided }) {
	const noun = compared === benchmarksIn(rows) ? "benchmark" : "compared benchmark";
	if (undecided < compared) return `${grouped(undecided)} of ${plural(compared, noun)}`;
	return compared === 1 ? `the only ${noun}` : `all ${plural(compared, noun)}`;
}

// src/report/view/baseline-description.ts
/** Which stored runs were looked back at, and how near the nearest is to base; null: none were asked for. */
function historyWords({ command, history, environment }) {
	if (history === null) return null;
	const { runs, nearest } = history;
	const branch = outside("ref", history.branch);
	const base = command === "record" ? "the parent" : "base";
	if (runs === 0) return words$1`No stored run on branch ${branch} yet`;
	const whole = words$1`${plural(runs, "stored run")} on branch ${branch}`;
	if (nearest === null) return words$1`${whole}, none of ${base} or of a commit before it`;
	const { sha, commitsBefore: before, recordedAt, cpu } = nearest;
	const commit = outside("commit", sha);
	const distance = before === null ? "an unknown number of commits" : plural(before, "commit");
	const place = before === 0 ? words$1`${base} itself, ${commit}` : words$1`${commit}, ${distance} before ${base}`;
	const at = formatDate(recordedAt, "minute");
	const when = at === null ? "" : `, recorded ${at}`;
	const machine = cpu === environment.cpu ? "the same CPU" : words$1`another CPU (${outside("label", cpu)})`;
	return words$1`${whole}; the nearest is of ${place}${when} on ${machine}`;
}

// src/report/view/how-measured.ts
/** Pairs of the longest comparison where time allows. */
const USUAL_PAIRS = 4 * 8;
const STOPPED = {
	decided: "Stopped when every comparison was decided",
	"max-pairs": "Stopped at the largest number of pairs",
	"out-of-reach": "Stopped when nothing that was open was likely to be decided in the time left",
	"time-limit": "Stopped by the time limit"
};
/** What is known of how the numbers came about: sentence by sentence, and what of it is said in short. */
function howMeasured(a) {
	const seed = words$1`seed ${outside("ref", a.seed)}`;
	const results = resultsWords(a);
	const cost = costWords(a);
	const history = historyWords(a);
	const hasHistory = a.rows.some(({ verdict, history }) => verdict !== "new" && history.length > 0);
	return {
		sentences: [
			...results === null ? [
				words$1`${orderWords(a)} (${seed}).`,
				`${effortWords(a)}.`,
				`Cost: ${cost}.`,
				words$1`${machineWords(a)}.`
			] : [words$1`${results}.`],
			history && words$1`${history}.`,
			hasHistory ? "The bars show what earlier jobs measured, on whatever machines those had." : null,
			testWords(a)
		].filter((sentence) => sentence !== null),
		short: [results ?? words$1`${cost}, ${seed}`, history]
	};
}
/** Why measuring ended, and how much was measured of each comparison at most. */
function effortWords({ summary }) {
	const { pairs, stoppedBy } = summary;
	if (pairs === 0) return STOPPED[stoppedBy];
	const blocks = plural(Math.ceil(pairs / 4), "block");
	return `${STOPPED[stoppedBy]}, after up to ${plural(pairs, "pair")} of base and head in ${blocks}`;
}
/**
* What it cost: wall time and the part of it inside benchmarks, processes, and on a runner its minutes.
* GitHub bills whole minutes of each job; what the job does besides is not known here.
*/
function costWords({ summary, environment }) {
	const { processes, secondsInBenchmarks } = summary;
	const seconds = summary.seconds < 10 ? summary.seconds : Math.round(summary.seconds);
	const share = seconds > 0 ? Math.min(100, Math.round(100 * secondsInBenchmarks / seconds)) : null;
	return [
		`${formatSeconds(seconds)} of wall time${share === null ? "" : ` (${share} % in benchmarks)`}`,
		plural(processes, "process", "processes"),
		...environment.ci ? [plural(Math.ceil(seconds / 60), "runner minute")] : []
	].join(", ");
}
/**
* What a measurement that was cut short could have seen: a finding that is not there says nothing about
* smaller changes. Null where nothing was cut short or nothing was tested.
*/
function detectableWords(a) {
	const { stoppedBy, pairs } = a.summary;
	const cutShort = stoppedBy === "time-limit" || stoppedBy === "max-pairs" && pairs < USUAL_PAIRS;
	const tested = a.rows.filter((row) => row.pairs > 0 && row.p !== null && !row.exact);
	const sizes = tested.flatMap(({ mde }) => mde === null || mde === 0 ? [] : [mde]).sort((one, other) => one - other);
	if (!cutShort || runIn(a.baseline) !== null || sizes.length === 0) return null;
	const scope = stoppedBy === "time-limit" ? "Within the time limit" : `With the ${plural(pairs, "pair")} that there was time for`;
	const all = sizes.at(-1);
	const half = sizes[Math.ceil(sizes.length / 2) - 1];
	return `${scope} ${directionOfAll(tested).worse === "slower" ? "a slowdown" : "a change for the worse"} of ${percentDigits(all)} % or more would have been seen${reach(tested, half, all)}.`;
}
/** In how many of the rows: each of them, and what half of them could do, where that is less. */
function reach(rows, half, all) {
	if (rows.length === 1) return " (90 % power)";
	return ` in every ${benchmarksIn(rows) === rows.length ? "benchmark" : "comparison"} (90 % power)${percentDigits(half) === percentDigits(all) ? "" : `, ${percentDigits(half)} % in half of them`}`;
}
/** The machine and the programs that measured, with the flags of V8 that Benchgate gave to Node. */
function machineWords({ environment: e }) {
	const node = e.nodeFlags.length === 0 ? `Node ${e.node}` : `Node ${e.node} with ${e.nodeFlags.join(" ")}`;
	const shown = [
		e.cpu,
		plural(e.cores, "core"),
		e.os,
		e.image,
		node,
		`mitata ${e.mitata}`
	].filter((part) => part !== null).map((part) => outside("label", part));
	return words$1`${listed(shown, " · ")} · load ${e.loadAverage.toFixed(1)} at the start`;
}
/** What ran beside what, without the seed. */
function orderWords(a) {
	const head = a.command === "record" ? "The commit" : "Head";
	if (runIn(a.baseline) !== null || isAlone(a)) return `${head} alone ran, in fresh processes`;
	return `${a.command === "record" ? "The parent and the commit" : "Base and head"} ran in fresh processes on one machine, interleaved in random order`;
}
/** Files and tools that a report names. */
const MAX_SOURCES = 5;
/** Where results come from that Benchgate did not measure; null where it measured itself. */
function resultsWords({ measuredBy, baseline }) {
	if (measuredBy.kind === "benchgate") return null;
	const { tools, files } = measuredBy;
	const sides = Object.entries({
		base: baseline.kind === "files" ? baseline.files : [],
		head: files
	}).filter(([, of]) => of.length > 0).map(([side, of]) => words$1`${side} from ${someOf(of, "place")}`);
	const by = tools.length === 0 ? "Read from result files" : words$1`Measured by ${someOf(tools, "label")} and read from result files`;
	return sides.length === 0 ? words$1`${by}` : words$1`${by}: ${listed(sides, "; ")}`;
}
const someOf = (texts, kind) => listed([...texts.slice(0, MAX_SOURCES).map((text) => outside(kind, text)), ...texts.length > MAX_SOURCES ? [`${grouped(texts.length - MAX_SOURCES)} more`] : []]);
/** The test in one sentence, for people who ask what "slower" claims; null where nothing was compared. */
function testWords(a) {
	if (isAlone(a)) return null;
	const exact = a.rows.filter((row) => row.exact).length;
	return [...exact > 0 && exact === a.rows.length ? [] : [claimOf(a)], ...exact > 0 ? ["What is marked exact is the same each time, and was compared without a test."] : []].join(" ");
}
const RANKS = "A change is claimed when an exact permutation test on ranks within blocks rejects \"no change\" for the whole suite at once (Benjamini-Hochberg, 5 %) and the estimate reaches the warning level; it is then measured again, and that decides.";
const claimOf = ({ baseline }) => "cpu" in baseline ? RUN_WORDS[baseline.kind].claim : CLAIMS[baseline.kind];
const CLAIMS = {
	paired: RANKS,
	none: RANKS,
	files: "A change is claimed when its whole 95 % interval (Welch, on logarithms) lies beyond the warning level and it withstands Benjamini-Hochberg (5 %) over all comparisons; in which order and on which machines the files were measured is not known, so that it is a warning at most."
};

// src/report/view/limit-words.ts
/** The limit that decides a row, as short as a table's cell wants it; null where no budget says anything. */
function limitOf(row) {
	const { budget, waiver } = row;
	if (waiver !== null && row.verdict === "accepted") return said(`accepted up to ${formatLevel(waiver.upTo)}`);
	if (budget === null) return null;
	if (row.verdict === "over-budget") return absolute$1(row);
	const { warn = null, fail = null } = budget.maxRegression ?? {};
	const warned = row.verdict === "regression" && row.severity === "warn";
	if (warn !== null && (warned || fail === null)) return said(`warns at ${formatLevel(warn)}`);
	return fail === null ? null : {
		words: [formatLevel(fail)],
		isLevel: true
	};
}
/** The first of `max`, `min` and `min-improvement` that the head's value or effect breaks. */
function absolute$1(row) {
	const { budget, head, severity, unit } = row;
	const key = severity === "warn" ? "warn" : "fail";
	const max = budget?.max?.[key] ?? null;
	const min = budget?.min?.[key] ?? null;
	const improvement = budget?.minImprovement?.[key] ?? null;
	const quantity = (limit) => outside("quantity", formatLimit(limit, unit));
	if (max !== null && (head.value === null || head.value > max)) return said(words$1`at most ${quantity(max)}`);
	if (min !== null && (head.value === null || head.value < min)) return said(words$1`at least ${quantity(min)}`);
	if (improvement === null) return null;
	return said(`at least ${formatLevel(improvement)} ${directionOf$2(row).better}`);
}
const said = (text) => ({
	words: [text].flat(),
	isLevel: false
});

// src/report/view/need.ts
/** A row that would take more than so many times what the job measured is not decided by more time. */
const WITHIN_REACH = 2;
/**
* What an undecided row needs, to be read after "needs": `about 40 pairs (had 32), 1.3 times the time limit`.
* A row may have been given up early, so that the job's longest comparison is what can be measured. Null
* where nobody knows.
*/
function needWords({ verdict, pairs, pairsNeeded }, { command, summary }) {
	if (verdict !== "inconclusive" || pairsNeeded === null) return null;
	if (pairsNeeded <= pairs) return `a second measurement: ${plural(pairs, "pair")} usually decide`;
	const measured = Math.max(pairs, summary.pairs);
	if (pairsNeeded > WITHIN_REACH * measured) return `more than this job can measure: lower the noise${command === "compare" ? "" : " or widen the budget"}`;
	const about = `about ${plural(pairsNeeded, "pair")} (had ${grouped(pairs)})`;
	if (pairsNeeded <= measured) return about;
	return `${about}, ${(Math.ceil(pairsNeeded / measured * 10 - 1e-9) / 10).toFixed(1).replace(".0", "")} times ${summary.stoppedBy === "time-limit" ? "the time limit" : "what this job measured"}`;
}

// src/report/view/row-view.ts
/** Parts that take time are functions, because a report lists few of thousands of rows. */
function rowView(row, section, a) {
	const { verdict, waiver, metric, base, head } = row;
	const place = (text) => text == null ? null : outside("place", text);
	return {
		section,
		verdict,
		severity: row.severity,
		icon: iconOf(row, a.command),
		name: outside("name", row.benchmark),
		metric: outside("metric", metric),
		isTime: metric === "time",
		/** Base and head; null where neither has a value. */
		values: () => base.value === null && head.value === null ? null : outside("quantity", formatPair(base.value, head.value, unitBeside(row), row.exact)),
		medians: () => metric === "time" && base.p50 !== null && head.p50 !== null ? `p50 ${formatPair(base.p50, head.p50, "ns")}` : null,
		valueOf: ({ value }) => value === null ? null : outside("quantity", formatQuantity(value, unitBeside(row))),
		base,
		head,
		/** How much it changed; null where nobody knows. */
		change: () => knownChange(row),
		/** What supports that, with `between` the ends of an interval. */
		beside: (between) => besideWords(row, between),
		/** What is said in place of a change; null where there is one. */
		instead: () => insteadOf(row),
		isExact: row.exact,
		/** Of the interval, in percent. */
		level: row.interval && Math.round(row.interval.level * 100),
		limit: () => limitOf(row),
		/** Grade and spread of the processes. */
		noise: row.grade && {
			grade: row.grade,
			spread: percentOf(row.sigma)
		},
		/** The smallest change that would have been seen. */
		visible: percentOf(row.mde),
		need: () => needWords(row, a),
		/** Values of earlier runs. */
		history: row.history,
		notes: row.notes.map((note) => outside("sentence", sentenceOf(note))),
		location: place(row.location),
		/** The rule that set the limit. */
		budgetPlace: place(row.budget?.where),
		/** Of an accepted row: where that is written, and whether the change under judgement brings it. */
		waiver: waiver && verdict === "accepted" ? {
			place: outside("place", waiver.where),
			added: waiver.added
		} : null,
		/** Whether it was measured again, with the same result. */
		held: row.confirmed === true,
		edited: row.edited,
		/** The entry of the config file that accepts the row; null where nothing can be accepted. */
		acceptEntry: () => acceptEntry(row)
	};
}
function knownChange(row) {
	const words = changeWords$1(row);
	return words === "—" ? null : words;
}
function insteadOf(row) {
	const { verdict, base, head } = row;
	const said = saidOf$1(verdict);
	if (said !== null) return said;
	if (verdict !== "insufficient" || knownChange(row) !== null) return null;
	return head.value !== null && base.value === null ? "not compared" : "too little data";
}
const percentOf = (fraction) => fraction === null ? null : `${percentDigits(fraction)} %`;
function iconOf({ verdict, severity }, command) {
	if (verdict === "missing" || verdict === "failed") return severity === "warn" ? "⚠️" : "💥";
	if (verdict === "accepted") return "☑️";
	if (verdict === "improvement" && severity === "pass") return "⚡";
	if (command === "compare") return "🔻";
	return severity === "fail" ? "❌" : "⚠️";
}

// src/report/view/view.ts
function viewOf(a) {
	const { command, rows, measuredBy, baseline } = a;
	const s = sectionsOf(a);
	const run = runIn(baseline);
	const benchmarks = benchmarksIn(rows);
	const isOfResults = measuredBy.kind === "tools";
	const alone = isAlone(a);
	return {
		command,
		headline: headline(a, s),
		sections: Object.fromEntries(SECTIONS.map((section) => [section, sectionView(section, s[section], a)])),
		columns: columnsFor(a),
		benchmarks: plural(benchmarks, "benchmark"),
		/** How many comparisons there are, where benchmarks have more than one; null: one each. */
		comparisons: benchmarks === rows.length ? null : plural(rows.length, isOfResults && alone ? "value" : "comparison"),
		counts: countsOf$1(a, s),
		base: revisionView(a.base),
		head: revisionView(a.head),
		/** What a sentence calls the other side. */
		baseName: command === "record" ? "The parent" : "Base",
		isAlone: alone,
		/** Whether somebody else measured. */
		isOfResults,
		/** What head was compared with in place of base. */
		storedBaseline: run !== null ? {
			called: RUN_WORDS[run.kind].run,
			commit: outside("commit", run.sha),
			day: formatDate(run.recordedAt, "day"),
			cpu: outside("label", run.cpu),
			reason: outside("sentence", run.reason)
		} : null,
		budgetChanges: budgetChangesView(a),
		detectable: detectableWords(a),
		/** Benchmarks that fail. */
		failing: benchmarksIn(s.failing),
		/** The entries of the config file that would accept what can be accepted of them. */
		acceptEntries: s.failing.map((row) => acceptEntry(row)).filter((entry) => entry !== null),
		warnings: newWarnings(a).map((warning) => outside("sentence", warning)),
		howMeasured: howMeasured(a)
	};
}
function sectionView(section, rows, a) {
	let views = null;
	return {
		size: rows.length,
		/** Made when they are asked for: most of thousands of rows are only counted. */
		rows: () => views ??= rows.map((row) => rowView(row, section, a)),
		/** `3 undecided`. */
		count: countWords(section, rows, a),
		/** What one of its rows is: `new`, `slower`. */
		word: wordOf(section, rows)
	};
}
/** The rows of several sections, one after the other. */
const rowsOf = ({ sections }, of) => of.flatMap((section) => sections[section].rows());

// src/report/markdown/elements.ts
/** A GitHub table as its lines: title, rule, then one a row, so that a caller can cut it. */
function tableLines(columns, rows) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	return [
		line(columns.map((c) => c.title)),
		line(columns.map((c) => c.align === "right" ? "-:" : "-")),
		...rows.map((row) => line(columns.map((c) => cellText(c.cell(row)))))
	];
}
function cellText({ text, isStrong, isFixed, beside, below }) {
	const plain = text === null ? "—" : forMarkdown(text);
	const fixed = isFixed === true ? `\`${plain}\`` : plain;
	return `${isStrong === true ? `**${fixed}**` : fixed}${beside == null ? "" : ` (${beside})`}${below == null ? "" : `<br><sub>${below}</sub>`}`;
}
/** Ends what is Markdown already with a full stop. */
const sentence = (text) => /[.!?…]$/.test(text) ? text : `${text}.`;
/** A part that opens on demand; both texts are Markdown. */
const foldedText = (title, body) => `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
/** A list; what is more than `most` is counted. */
const listOf = (items, most = Infinity, links = null) => [...items.slice(0, most).map((item) => `- ${forMarkdown(item, links)}`), ...items.length > most ? [`- and ${grouped(items.length - most)} more`] : []].join("\n");
/** Parts of Markdown with an empty line between them; those that have nothing to say are left out. */
const paragraphs = (parts, between = "\n\n") => parts.filter((part) => part !== null && part !== "").join(between);

// src/report/markdown/explanation.ts
const MAX_WARNINGS$4 = 20;
const MAX_NOTES = 5;
const MAX_PLACES = 5;
/** Rows of which the same is said, in one item. */
const MAX_NAMED$1 = 5;
/** From here on, explanations fold away: the table is what must be seen. */
const OPEN_ITEMS = 5;
/** What follows the table: why each row is there, where its budget is set, how to accept it, warnings. */
function explanationOf(view, rows, { maxRows, configFile }) {
	const items = itemsOf(rows.slice(0, maxRows), maxRows === Infinity ? Infinity : 5);
	const entries = view.sections.failing.rows().slice(0, maxRows).map((row) => row.acceptEntry()).filter((entry) => entry !== null);
	return paragraphs([
		items.length > OPEN_ITEMS ? foldedText("About these rows", items.join("\n")) : items.join("\n"),
		budgetPlaces(rowsOf(view, ["failing", "warned"])),
		howToAccept$1(entries, configFile),
		view.warnings.length === 0 ? "" : `**Warnings**\n${listOf(view.warnings, MAX_WARNINGS$4)}`
	]);
}
/** One item for the rows of which the same is said, so that a sentence is read once. */
function itemsOf(rows, maxNamed, needs = "said") {
	const explained = rows.map((row) => ({
		row,
		said: saidOf(row, needs).join(" ")
	})).filter(({ row, said }) => said !== "" || row.location !== null && row.severity !== "pass");
	return [...Map.groupBy(explained, ({ said }) => said)].map(([said, members]) => {
		const names = members.slice(0, maxNamed).map(({ row }) => nameAndPlace(row));
		const more = members.length > maxNamed ? ` and ${grouped(members.length - maxNamed)} more` : "";
		return `- ${names.join(", ")}${more}${said === "" ? "" : `: ${said}`}`;
	});
}
/** What a person needs to know about a row beyond its numbers. */
function saidOf({ notes, waiver, held, edited, need }, needs) {
	const said = notes.slice(0, MAX_NOTES).map((note) => sentence(forMarkdown(note)));
	if (notes.length > MAX_NOTES) said.push(`And ${plural(notes.length - MAX_NOTES, "more note")}.`);
	if (waiver !== null) {
		const { place, added } = waiver;
		said.push(`The waiver stands at ${forMarkdown(place)}${added ? ", **added by this pull request**" : ""}.`);
	}
	if (held) said.push(HELD);
	if (edited) said.push("The benchmark's own code differs between base and head.");
	const needed = needs === "said" ? need() : null;
	if (needed !== null) said.push(`It needs ${needed}.`);
	return said;
}
function nameAndPlace({ name, metric, isTime, location }) {
	const whole = isTime ? forMarkdown(name) : `${forMarkdown(name)} ${forMarkdown(metric)}`;
	return location === null ? whole : `${whole} (${forMarkdown(location)})`;
}
/** Where the budgets of these rows were set: one line, since most come from a few rules. */
function budgetPlaces(rows) {
	const found = rows.flatMap(({ budgetPlace }) => budgetPlace?.text ?? []);
	const places = [...new Set(found)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
	if (places.length === 0) return "";
	const shown = places.slice(0, MAX_PLACES).map((place) => forMarkdown(outside("place", place)));
	const more = places.length > MAX_PLACES ? ` and ${grouped(places.length - MAX_PLACES)} more places` : "";
	return `${places.length === 1 ? "The budget is" : "The budgets are"} set at ${shown.join(", ")}${more}.`;
}
function howToAccept$1(entries, configFile) {
	if (entries.length === 0) return "";
	const file = forMarkdown(outside("place", configFile ?? ".github/benchgate.yml"));
	const yaml = [
		"```yaml",
		"accepted: # leave this line out if the file has it",
		...entries.map((entry) => `  ${entry}`),
		"```"
	].join("\n");
	const text = `**To accept**, add to ${file} with your reason, and commit:`;
	if (entries.length <= OPEN_ITEMS) return `${text}\n${yaml}`;
	const title = `To accept: ${plural(entries.length, "entry", "entries")} for the config file`;
	return foldedText(title, `${text}\n\n${yaml}`);
}

// src/report/text/for-mermaid.ts
const MAX_CELLS$2 = 50;
/** Words within a quoted text of Mermaid. */
const forMermaid = (text) => written(text, (one) => shortName(one.text, MAX_CELLS$2).replace(/[^\p{L}\p{N}\p{M} /_.,:=()[\]+*!?'…-]/gu, "_"));

// src/report/view/chart.ts
/**
* Part of the largest value that the vertical axis spans at least: what is less is noise, and must not look
* like a cliff.
*/
const MIN_SPAN = .1;
/** Above it a number is written with an exponent, which Mermaid does not read. */
const MAX_NUMBER = 0x38d7ea4c68000;
const LABELS = {
	check: {
		base: "base",
		head: "PR",
		words: "then base and PR",
		alone: "then PR"
	},
	compare: {
		base: "base",
		head: "head",
		words: "then base and head",
		alone: "then head"
	},
	record: {
		base: "old",
		head: "new",
		words: "then the parent (old) and this commit (new)",
		alone: "then this commit (new)"
	}
};
/**
* What is drawn of the worst row that earlier runs know, oldest first: a line of values, and a level line
* where there is a fail level. Numbers are decimal, in the unit of the axis. Null where no row has a history
* that can be drawn.
*/
function chartFor(a) {
	const row = worstWithHistory(a);
	if (row === null) return null;
	const { base, head, ...labels } = LABELS[a.command];
	const baseValue = runIn(a.baseline) !== null ? null : row.base.value;
	const earlier = row.history.slice(-20);
	const points = [
		...earlier.map((value, i) => ({
			label: `${i + 1}`,
			value
		})),
		{
			label: base,
			value: baseValue
		},
		{
			label: head,
			value: row.head.value
		}
	].filter((point) => point.value !== null);
	const level = failLevel(row, a);
	const axis = axisOf([...points.map(({ value }) => value), ...level === null ? [] : [level]], row.unit);
	if (axis === null) return null;
	const { number, low, high, symbol } = axis;
	return {
		name: outside("name", row.benchmark),
		metric: outside("metric", row.metric),
		runs: plural(earlier.length, "earlier run"),
		words: baseValue === null ? labels.alone : labels.words,
		labels: points.map(({ label }) => label),
		values: points.map(({ value }) => number(value)),
		level: level === null ? null : {
			number: number(level),
			quantity: outside("quantity", formatLimit(Number(level.toPrecision(3)), row.unit))
		},
		axis: {
			low: number(low),
			high: number(high),
			unit: unitWords(symbol)
		}
	};
}
/**
* The first by the order in which a report tells of them; among those that are listed by name, the one that
* got worse the most.
*/
function worstWithHistory(a) {
	const sections = sectionsOf(a);
	for (const section of SECTIONS) {
		const known = sections[section].filter(({ history, head }) => history.length > 0 && head.value !== null);
		const gravest = [...known].sort((one, other) => rankOf(other) - rankOf(one) || 0);
		const worst = section === "unchanged" ? gravest[0] : known[0];
		if (worst !== void 0) return worst;
	}
	return null;
}
/** The value at which head fails: the limit that it broke, else the relative one, else an absolute one. */
function failLevel({ budget, base, better, verdict }, { baseline }) {
	const absolute = budget?.max?.fail ?? budget?.min?.fail ?? null;
	const change = budget?.maxRegression?.fail ?? null;
	const relative = change === null || base.value === null || runIn(baseline) !== null ? null : base.value * (better === "lower" ? 1 + change : 1 - change);
	return verdict === "over-budget" ? absolute ?? relative : relative ?? absolute;
}
/**
* Writes values as decimal numbers of one unit, with four digits of the largest; null where that cannot be
* done.
*/
function axisOf(values, unit) {
	const greatest = Math.max(...values);
	const least = Math.min(...values);
	const { factor, symbol } = scaleOf(greatest, unit);
	if (!(greatest > 0) || least < 0 || greatest / factor >= MAX_NUMBER) return null;
	const span = Math.max(greatest - least, MIN_SPAN * greatest);
	const middle = (greatest + least) / 2;
	const reach = span * .65;
	const decimals = Math.min(9, Math.max(0, 3 - Math.floor(Math.log10(greatest / factor))));
	const number = (value) => (value / factor).toFixed(decimals);
	const low = Math.max(0, middle - reach);
	const high = middle + reach;
	return number(low) === number(high) ? null : {
		symbol,
		low,
		high,
		number
	};
}
function unitWords(symbol) {
	if (symbol === "") return [];
	return words$1` in ${symbol === "%" ? "percent" : outside("quantity", symbol)}`;
}

// src/report/markdown/mermaid.ts
/** Mermaid's own first colour is next to white. These are seen on white and on black. */
const COLOURS = [
	"---",
	"config:",
	"  themeVariables:",
	"    xyChart:",
	"      plotColorPalette: \"#0969da, #cf222e\"",
	"---"
];
/** A Mermaid chart of the worst row that earlier runs know; null where there is none that can be drawn. */
function chartOf(a) {
	const chart = chartFor(a);
	if (chart === null) return null;
	const { name, metric, runs, words, labels, values, level, axis } = chart;
	return [
		`**History of ${forMarkdown(name)}** (${forMarkdown(metric)}): ${runs} of the default branch, ${words}.${level === null ? "" : ` The level line is where it fails, ${forMarkdown(level.quantity)}.`} Earlier runs were other jobs, on whatever machines they had.`,
		"",
		"```mermaid",
		...COLOURS,
		"xychart-beta",
		`  title "${forMermaid(name)}"`,
		`  x-axis "${runs}, ${words}" [${labels.map((label) => `"${label}"`).join(", ")}]`,
		`  y-axis "${forMermaid(metric)}${forMermaid(axis.unit)}" ${axis.low} --> ${axis.high}`,
		`  line "measured" [${values.join(", ")}]`,
		...level === null ? [] : [`  line "fail level" [${values.map(() => level.number).join(", ")}]`],
		"```"
	].join("\n");
}

// src/report/text/marker.ts
const KEY = /^[A-Za-z0-9._-]{1,50}$/;
/**
* The first line of a comment, by which it is found again; each gate that comments on a pull request has its
* `key`. Throws where the caller let a key through that could end the marker early.
*/
function markerOf(key) {
	invariant(KEY.test(key), "a comment key that was not validated");
	return `<!-- benchgate:v1 key=${key} -->`;
}

// src/report/markdown/opening.ts
/** Budget changes that a comment lists; the rest are counted. */
const LISTED_CHANGES = 3;
/** The line by which a comment is found again; nothing without a key. */
const markerLine = (key) => key === null ? "" : `${markerOf(key)}\n`;
/** What no limit cuts: the headline, what it is about, and what the comparison does not promise. */
function openingOf(view, links) {
	const { icon, text } = view.headline;
	const facts = [
		forMarkdown(revisions(view), links),
		paragraphs([view.benchmarks, view.comparisons], ", "),
		...view.counts,
		linkTo("diff", links?.compare),
		linkTo("summary", links?.summary)
	];
	return paragraphs([
		`### ${icon} ${text}${nextStep(view)}\n${paragraphs(facts, " · ")}`,
		storedBaselineWords(view, links),
		budgetWords$1(view),
		view.detectable
	]);
}
function nextStep({ headline, failing, acceptEntries }) {
	if (headline.kind !== "over-budget") return "";
	const [them, changes] = failing === 1 ? ["it", "change"] : ["them", "changes"];
	return ` · fix ${them}, or ${acceptEntries.length > 0 ? `accept the ${changes} below` : "change the limit"}`;
}
function revisions({ command, head, base, isAlone, isOfResults, storedBaseline }) {
	const change = revisionWords(head, "Commit");
	if (isAlone && isOfResults) return words$1`${change} alone`;
	if (isAlone) return words$1`${change}, without a ${command === "record" ? "parent" : "base"}`;
	if (storedBaseline !== null) return words$1`${change} against the ${storedBaseline.called} of ${storedBaseline.commit}`;
	return words$1`${change} against ${revisionWords(base, "commit")}`;
}
/** A revision; it begins with a capital where `noun` does. */
function revisionWords({ commit, label, isGenerated, dirty }, noun) {
	const cased = (text) => /^[A-Z]/.test(noun) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
	const ours = label === null ? dirty ? cased("working tree") : noun : isGenerated ? cased(label.text) : null;
	const name = words$1`${ours ?? label}`;
	if (commit === null) return name;
	if (dirty) return words$1`${name} on ${commit}`;
	return ours === null ? words$1`${name} (${commit})` : words$1`${name} ${commit}`;
}
function storedBaselineWords({ storedBaseline, base, baseName, isOfResults }, links) {
	if (storedBaseline === null) return "";
	const { called, commit, day, cpu, reason } = storedBaseline;
	const machine = forMarkdown(cpu);
	const from = day === null ? "" : ` from ${day}`;
	if (isOfResults) return `The ${called} is of another job${from && `,${from}`}, on ${machine}: not a controlled comparison, so that what changed is at most a warning.`;
	return `⚠️ **${baseName} could not be measured**${base.commit === null ? "" : ` (${forMarkdown(revisionWords(base, "commit"), links)})`}: ${sentence(forMarkdown(reason))} Compared instead with the ${called} of ${forMarkdown(commit, links)}${from} on ${machine}: another job, not a controlled comparison, so at most a warning.`;
}
function budgetWords$1({ budgetChanges }) {
	if (budgetChanges === null) return "";
	const { loosens, text, listed } = budgetChanges;
	return `${loosens ? `⚠️ **${text}.**` : `${text}.`} The rows below are judged by base's budgets; the change counts after the merge.\n${listOf(listed, LISTED_CHANGES)}`;
}

// src/report/markdown/markdown.ts
const COMMENT_BYTES = 6e4;
const SUMMARY_BYTES = 921600;
/** Rows that are explained in a comment, and that stay in its table when bytes run out. */
const EXPLAINED_ROWS = 50;
/** Budget changes that are listed in full. */
const MAX_CHANGES$1 = 200;
/** What is left out in addition at each step, until the text fits. */
const STEPS = [
	[],
	["unchanged"],
	["added", "removed"],
	["inconclusive"],
	["slower"],
	["faster"],
	[EXPLAINED_ROWS],
	["history"],
	["explanation"],
	[20],
	[5],
	[0]
];
/** The report as GitHub Markdown; what does not fit is left out by a fixed order, and the text says so. */
function renderMarkdown(a, options = {}) {
	const { limitBytes = options.complete === true ? SUMMARY_BYTES : COMMENT_BYTES } = options;
	const draft = draftOf(a, options);
	for (const step of STEPS.keys()) {
		const text = compose(draft, STEPS.slice(0, step + 1).flat());
		if (Buffer.byteLength(text) <= limitBytes) return text;
	}
	return `${draft.top}\n`;
}
function draftOf(a, options) {
	const { complete = false, key = "default", configFile = null, links = null } = options;
	const view = viewOf(a);
	const rows = rowsOf(view, seenFirst(a.command));
	const maxRows = complete ? Infinity : EXPLAINED_ROWS;
	const { icon, benchmark, metric, values, change, budget } = view.columns;
	const columns = [
		icon,
		benchmark,
		metric,
		values,
		change,
		...a.command === "compare" ? [] : [budget]
	];
	const bars = barsOf$1(view, rows);
	const how = listOf(view.howMeasured.sentences, Infinity, links);
	return {
		top: `${markerLine(key)}${openingOf(view, links)}`,
		rows,
		/** The main table. */
		lines: tableLines([...columns, ...bars], rows),
		hasBars: bars.length > 0,
		/** The table without the bars of earlier runs. */
		plainLines: (most) => tableLines(columns, rows.slice(0, most)),
		explanation: explanationOf(view, rows, {
			maxRows,
			configFile
		}),
		picture: complete ? chartOf(a) : null,
		folds: foldsOf(view),
		tail: [complete ? budgetFold(view) : "", foldedText("How this was measured", how)],
		/** Where a reader finds what was left out. */
		elsewhere: `The ${linkTo("job summary", links?.summary) ?? "JSON report"} has everything.`
	};
}
function compose(draft, without) {
	const { rows, folds, explanation } = draft;
	const shown = Math.min(rows.length, ...without.filter((part) => typeof part === "number"));
	const isPlain = draft.hasBars && without.includes("history");
	const isExplained = !without.includes("explanation");
	const dropped = [
		...shown < rows.length ? [`${plural(rows.length - shown, "row")} of the table`] : [],
		...folds.filter(({ section }) => without.includes(section)).map(({ title }) => title),
		...isPlain ? ["the history of each row"] : [],
		...isExplained || explanation === "" ? [] : ["the explanations"]
	];
	const kept = folds.filter(({ section }) => !without.includes(section));
	return `${paragraphs([
		draft.top,
		shown === 0 ? "" : (isPlain ? draft.plainLines(shown) : draft.lines.slice(0, 2 + shown)).join("\n"),
		isExplained ? explanation : "",
		draft.picture,
		dropped.length === 0 ? "" : `_Left out to keep this short: ${dropped.join(", ")}._ ${draft.elsewhere}`,
		paragraphs([...kept.map(({ title, body }) => foldedText(title, body)), ...draft.tail], "\n")
	])}\n`;
}
/** The column of bars, where there is anything to draw. */
const barsOf$1 = ({ columns }, rows) => rows.some(({ history }) => history.length > 0) ? [columns.history] : [];
const FOLDED = [
	"faster",
	"slower",
	"inconclusive",
	"unchanged",
	"added",
	"removed"
];
const foldsOf = (view) => FOLDED.filter((of) => view.sections[of].size > 0 && !seenFirst(view.command).includes(of)).map((of) => foldOf(of, view));
function foldOf(section, view) {
	const c = view.columns;
	const title = view.sections[section].count;
	const rows = view.sections[section].rows();
	const table = [
		c.benchmark,
		c.metric,
		c.values,
		c.change
	];
	const body = (columns) => tableLines(columns, rows).join("\n");
	switch (section) {
		case "inconclusive": {
			const known = [
				c.noise,
				c.visible,
				c.need
			].filter(({ cell }) => rows.some((row) => cell(row).text !== null));
			const noted = rows.filter(({ notes }) => notes.length > 0).slice(0, EXPLAINED_ROWS);
			return {
				section,
				title: known.includes(c.need) ? `${title}, with what each needs` : title,
				body: paragraphs([body([...table, ...known]), itemsOf(noted, 5, "elsewhere").join("\n")])
			};
		}
		case "unchanged": {
			const values = {
				...c.values,
				cell: (row) => ({ text: row.values() })
			};
			return {
				section,
				title,
				body: body([
					c.benchmark,
					c.metric,
					values,
					c.change,
					c.noise
				])
			};
		}
		case "added":
		case "removed": return {
			section,
			title,
			body: rows.map(nameLine).join("\n")
		};
		default: return {
			section,
			title,
			body: body([...table, ...barsOf$1(view, rows)])
		};
	}
}
function nameLine({ name, metric, head, valueOf }) {
	const value = valueOf(head);
	return `- ${forMarkdown(words$1`${name} ${metric}${value === null ? "" : words$1`, ${value}`}`)}`;
}
const budgetFold = ({ budgetChanges }) => budgetChanges === null ? "" : foldedText(plural(budgetChanges.all.length, "budget change"), listOf(budgetChanges.all, MAX_CHANGES$1));

// src/report/text/for-log.ts
/** A line for the log of a CI runner, which obeys nothing of it. */
const forLog = (line) => line.replace(/[\r\n]+/g, " ").replaceAll("##[", "# #[").replace(/^(\s*)::/, "$1: :");

// src/report/text/for-terminal.ts
const ON_SCREEN = {
	name: 60,
	ref: 40,
	place: 60,
	commit: 40,
	metric: 40,
	quantity: 60,
	label: 60,
	sentence: 300,
	line: 300
};
/** An annotation stands alone in a log or beside a diff, where there is room. */
const IN_ANNOTATION = {
	...ON_SCREEN,
	name: 80,
	place: 80,
	metric: 60,
	quantity: 80
};
/** Words as a terminal shows and does not obey them; every text from outside at most `maxCells` wide. */
const forTerminal = (text, maxCells) => written(text, (one) => plain$1(one, maxCells ?? ON_SCREEN[one.kind]));
function plain$1({ kind, text }, maxCells) {
	if (kind === "name") return forLog(shortName(text, maxCells));
	return outsideText(kind === "commit" ? shortSha(text) : text, maxCells);
}
/** A text from outside, whatever it is, on one line of a terminal. */
const outsideText = (text, maxCells) => forLog(shorten(text.trim(), maxCells));

// src/report/terminal/layout.ts
const STYLES = [
	"bold",
	"dim",
	"red",
	"green",
	"yellow"
];
/** The caller says whether colour is wanted: the stream, NO_COLOR and the flags are not looked at here. */
const palette = (color) => Object.fromEntries(STYLES.map((name) => [name, (text) => color ? styleText(name, text, { validateStream: false }) : text]));
/** Cells that the name of a benchmark gets, as far as there is room. */
const MIN_NAME = 16;
const MAX_NAME$1 = 60;
/** Cells between two columns. */
const GAP = 2;
/** However narrow a terminal is, sentences are not broken into single words. */
const MIN_LINE = 40;
const nameCells = (room) => Math.max(16, Math.min(MAX_NAME$1, room));
const indented$1 = (lines, by = 2) => lines.map((line) => `${" ".repeat(by)}${line}`);
/** Cells that columns take, titles included, with a gap before each that is not empty. */
const cellsTaken = (columns, rows) => columns.map(({ title, cell }) => rows.reduce((most, row) => Math.max(most, displayWidth(cell(row).text)), displayWidth(title))).reduce((sum, cells) => sum + (cells === 0 ? 0 : cells + 2), 0);
/** The lines of a table, below its titles where `styleOfTitles` is given. */
const tableOf = (columns, rows, styleOfTitles) => alignCells([...styleOfTitles === void 0 ? [] : [columns.map(({ title, align }) => ({
	text: title,
	style: styleOfTitles,
	...align && { align }
}))], ...rows.map((row) => columns.map(({ align, cell }) => ({
	...align && { align },
	...cell(row)
})))]);
/** Columns as wide as their widest cell, two spaces apart, nothing behind the last. */
function alignCells(rows) {
	const widths = (rows[0] ?? []).map((_, i) => rows.reduce((widest, row) => Math.max(widest, displayWidth(row[i].text)), 0));
	return rows.map((row) => {
		const used = row.map((cell, i) => ({
			...cell,
			width: widths[i]
		})).filter(({ width }) => width > 0);
		const shown = used.slice(0, used.findLastIndex(({ text }) => text !== "") + 1);
		return shown.map((cell, i) => pad(cell, i < shown.length - 1 || cell.align ? cell.width : 0)).join(" ".repeat(2));
	});
}
function pad({ text, align, style }, width) {
	const space = " ".repeat(Math.max(0, width - displayWidth(text)));
	const styled = style === void 0 || text === "" ? text : style(text);
	return align === "right" ? space + styled : styled + space;
}
/**
* Words on lines of at most `width` cells, `5 %` as one of them; a word that is longer gets a line of its
* own. A word that comes to the start of a line may be a command to a CI runner there.
*/
function wrap(text, width) {
	const lines = [];
	let used = Infinity;
	for (const word of text.split(/ (?!%)/)) {
		const cells = displayWidth(word);
		const fits = used + 1 + cells <= Math.max(MIN_LINE, width);
		if (fits) lines.at(-1).push(word);
		else lines.push([word]);
		used = fits ? used + 1 + cells : cells;
	}
	return lines.map((words) => forLog(words.join(" ")));
}

// src/report/terminal/terminal.ts
const SIGNS = {
	failing: ["✘", "red"],
	warned: ["!", "yellow"],
	absent: ["✘", "red"],
	accepted: ["✓", "dim"],
	slower: ["↓", "dim"],
	faster: ["↑", "green"],
	inconclusive: ["?", "dim"],
	unchanged: ["~", "dim"],
	added: ["+", "dim"],
	removed: ["-", "dim"]
};
const COUNTED = ["unchanged", "inconclusive"];
/** What must be acted on, and therefore is never cut and is explained. */
const EXPLAINED = new Set(FOUND);
const MAX_ROWS = 20;
const MAX_ENTRIES = 10;
const MIN_METRIC = 8;
const MAX_METRIC$1 = 20;
const MAX_CHANGES = 10;
const INDENT$2 = 4;
/** The result for a person at a terminal; the last line is the verdict and the next step. */
function renderTerminal(a, options) {
	const page = {
		...options,
		view: viewOf(a),
		p: palette(options.color)
	};
	const { view, p, width } = page;
	return `${[
		[header(page)],
		cautions(page),
		table(page),
		view.warnings.flatMap((warning) => remark(page, "!", forTerminal(warning))),
		[view.detectable, ...view.howMeasured.short].filter((text) => text !== null).flatMap((text) => wrap(forTerminal(text), width - 2)).map((line) => p.dim(`  ${line}`)),
		howToAccept(page),
		[lastLine(page)]
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function header({ view, p }) {
	const { command, base, head, benchmarks, isAlone, storedBaseline } = view;
	const other = storedBaseline === null ? revisionText(base) : `${forTerminal(storedBaseline.commit)} (${storedBaseline.called})`;
	const sides = isAlone ? `${revisionText(head)} alone` : `base ${other} → ${revisionText(head)}`;
	return `${p.bold(`benchgate ${command}`)} · ${sides} · ${benchmarks}`;
}
function revisionText({ commit, label, dirty }) {
	if (dirty || commit === null) return forTerminal(label ?? (dirty ? "working tree" : "unknown"));
	return forTerminal(label === null ? commit : words$1`${commit} (${label})`);
}
/** What a reader has to know before any row. */
function cautions(page) {
	const { storedBaseline, isOfResults, baseName, budgetChanges } = page.view;
	const lines = [];
	if (storedBaseline !== null) {
		const { called, reason, day, cpu } = storedBaseline;
		const promise = `with ${`a ${called}${day === null ? "" : ` from ${day}`} on ${forTerminal(cpu)}`}: another job, not controlled, at most a warning.`;
		if (!isOfResults) lines.push(...remark(page, "!", `${baseName} could not be measured: ${forTerminal(reason)}`));
		lines.push(...remark(page, " ", `Compared ${isOfResults ? "" : "instead "}${promise}`));
	}
	if (budgetChanges === null) return lines;
	const { loosens, text, listed } = budgetChanges;
	const judged = `${text}. The rows are judged by base's budgets; the change counts after the merge.`;
	return [
		...lines,
		...remark(page, loosens ? "!" : " ", judged),
		...listed.slice(0, MAX_CHANGES).flatMap((change) => remark(page, " ", forTerminal(change))),
		...moreThan(MAX_CHANGES, listed, "and")
	];
}
const moreThan = (most, { length }, and) => indented$1(length > most ? [`${and} ${grouped(length - most)} more`] : [], INDENT$2);
function remark({ p, width }, sign, text) {
	const [first = "", ...rest] = wrap(text.trim(), width - INDENT$2);
	return [`  ${sign === "!" ? p.yellow(sign) : sign} ${first}`, ...indented$1(rest, INDENT$2)];
}
/** What is listed a row each: what must be seen, then what is good to know. */
const listedSections = (command) => [.../* @__PURE__ */ new Set([
	...seenFirst(command),
	"faster",
	"slower",
	"added",
	"removed"
])];
/** Rows in one alignment, each followed by what explains it, and last the counts of what is not listed. */
function table(page) {
	const { view, verbose, width, p } = page;
	const { command, sections } = view;
	const listed = [...listedSections(command), ...verbose ? COUNTED.toReversed() : []].flatMap((section) => sections[section].rows().slice(0, verbose || EXPLAINED.has(section) ? Infinity : MAX_ROWS));
	const { lines, hidden } = fit(listed.map((row) => cellsOf(row, page)), width - INDENT$2);
	return [...listed.flatMap((row, i) => [`  ${styleOf(row.section, page)(SIGNS[row.section][0])} ${lines[i]}`, ...EXPLAINED.has(row.section) || verbose || command === "compare" ? indented$1(details(row, hidden[i], width), INDENT$2).map(p.dim) : []]), ...verbose ? [] : countLine(page)];
}
/** Columns behind the name; where there is no room for all of them, choices with fewer. */
const COLUMNS = [
	"metric",
	"values",
	"change",
	"interval",
	"limit"
];
const CHOICES = [
	COLUMNS,
	[
		"metric",
		"values",
		"change",
		"limit"
	],
	[
		"metric",
		"values",
		"change"
	]
];
function cellsOf(row, page) {
	const { name, section, verdict, base, head } = row;
	const isOneSided = verdict === "new" || verdict === "removed";
	const change = isOneSided ? { text: verdict } : changeCell$1(row, " … ");
	const value = isOneSided ? row.valueOf(verdict === "new" ? head : base) : row.values();
	const limit = page.view.command !== "compare" && EXPLAINED.has(section) ? row.limit() : null;
	return {
		name,
		metric: {
			text: forTerminal(row.metric, MAX_METRIC$1),
			style: page.p.dim
		},
		values: {
			text: forTerminal(value ?? "—"),
			align: "right"
		},
		change: {
			text: forTerminal(change.text ?? "—"),
			style: styleOf(section, page)
		},
		interval: { text: change.beside ?? "" },
		limit: { text: limit === null ? "" : `${limit.isLevel ? "budget " : ""}${forTerminal(limit.words)}` }
	};
}
const styleOf = (section, { view, p }) => p[section === "slower" && view.command === "compare" ? "red" : SIGNS[section][1]];
/**
* Gives names the room that the other columns leave. Where that is too little the interval goes to the line
* below, because the change says the most, then the limit, then a part of long names of metrics; a terminal
* narrower still breaks its lines.
*/
function fit(rows, width) {
	const column = (name) => ({
		title: "",
		cell: (row) => row[name]
	});
	const widths = new Map(COLUMNS.map((name) => [name, cellsTaken([column(name)], rows)]));
	const taken = (choice) => choice.reduce((sum, name) => sum + widths.get(name), 0);
	const longest = Math.max(...rows.map(({ name }) => displayWidth(forTerminal(name, 16))));
	const shortest = Math.min(16, longest);
	const shown = CHOICES.find((choice) => width - taken(choice) >= shortest) ?? CHOICES.at(-1);
	const room = width - taken(shown);
	const forName = nameCells(room);
	const forMetric = Math.max(MIN_METRIC, taken(["metric"]) - 2 - Math.max(0, shortest - room));
	const columns = [
		{
			title: "",
			cell: ({ name }) => ({ text: forTerminal(name, forName) })
		},
		{
			title: "",
			cell: ({ metric }) => ({
				...metric,
				text: shorten(metric.text, forMetric)
			})
		},
		...shown.slice(1).map(column)
	];
	const hiddenOf = ({ interval: { text }, limit }) => [shown.includes("interval") ? "" : text === "" || text === "exact" ? text : `interval ${text}`, shown.includes("limit") ? "" : limit.text];
	return {
		lines: tableOf(columns, rows),
		hidden: rows.map(hiddenOf)
	};
}
/** The lines below a row: what had no room beside it, its medians and place, then a thought a line. */
function details(row, hidden, width) {
	const { section, noise, location } = row;
	const need = row.need();
	const facts = [
		...hidden,
		row.medians() ?? "",
		noise === null || noise.spread === null ? "" : `noise ${noise.grade} (${noise.spread})`,
		need === null ? "" : `needs ${need}`,
		row.held ? "measured again, and it held" : "",
		row.edited ? "the benchmark's own code differs" : "",
		row.waiver?.added === true ? "accepted by this pull request" : "",
		location === null ? "" : forTerminal(location)
	];
	const notes = EXPLAINED.has(section) || section === "inconclusive" ? row.notes : [];
	return [facts.filter((text) => text !== "").join(" · "), ...notes.map((note) => forTerminal(note))].filter((text) => text !== "").flatMap((text) => wrap(text, width - INDENT$2));
}
/** `~ 207 unchanged   ? 3 undecided (-v lists them)`, and what a long list left out. */
function countLine({ view: { command, sections }, p }) {
	const cut = listedSections(command).filter((section) => !EXPLAINED.has(section) && sections[section].size > MAX_ROWS).map((section) => `${SIGNS[section][0]} ${grouped(sections[section].size - MAX_ROWS)} more ${sections[section].word}`);
	const counted = COUNTED.filter((section) => sections[section].size > 0).map((section) => `${SIGNS[section][0]} ${sections[section].count}`);
	const parts = [...cut, ...counted];
	const listable = cut.length > 0 || sections.inconclusive.size > 0;
	return parts.length === 0 ? [] : [p.dim(`  ${parts.join("   ")}${listable ? " (-v lists them)" : ""}`)];
}
function howToAccept({ view: { acceptEntries: entries }, configFile }) {
	if (entries.length === 0) return [];
	return [
		`  To accept, add to ${forTerminal(outside("place", configFile ?? ".github/benchgate.yml"))} with your reason, below "accepted:":`,
		...indented$1(entries.slice(0, MAX_ENTRIES), INDENT$2),
		...moreThan(MAX_ENTRIES, entries, "# and")
	];
}
function helpAgainstNoise({ isOfResults, storedBaseline }) {
	if (!isOfResults) return "A quieter machine or more time per benchmark would help.";
	return storedBaseline === null ? "Several result files a side, each of a run of its own, would help." : "More stored runs on this processor would help.";
}
function lastLine({ view, p }) {
	const { headline, sections, failing, acceptEntries } = view;
	const text = `${headline.text}.`;
	const rule = sections.failing.rows().find(({ budgetPlace }) => budgetPlace !== null && budgetPlace.text !== "");
	const where = rule?.budgetPlace ? `  Rule: ${forTerminal(rule.budgetPlace)}` : "";
	const way = acceptEntries.length > 0 ? "accept as above" : "change the limit";
	switch (headline.kind) {
		case "over-budget": return `${p.red(p.bold(`✘ ${text}`))}  Fix ${failing === 1 ? "it" : "them"}, or ${way}.${where}`;
		case "did-not-run": return `${p.red(p.bold(`✘ ${text}`))}  What does not run cannot pass: repair it, or take it out of the budgets.${where}`;
		case "warnings": return p.yellow(p.bold(`! ${text}`));
		case "noisy": return `${p.bold(`? ${text}`)}${sections.inconclusive.size > 0 ? `  ${helpAgainstNoise(view)}` : ""}`;
		case "compared": return p.bold(`${sections.slower.size > 0 ? "↓" : "↑"} ${text}`);
		default: return p.green(p.bold(`✔ ${text}`));
	}
}

// src/cli/outputs.ts
/** What a report is written as beside its text, by the flag that names the file. */
const FORMS = {
	markdown: {
		called: "Markdown",
		render: (a, configFile) => renderMarkdown(a, { configFile })
	},
	json: {
		called: "JSON",
		render: (a) => renderJson(a)
	}
};
const NAMES$1 = Object.keys(FORMS);
/** Refuses a file that cannot be written before minutes are spent on measuring for it. */
async function prepareOutputs(flags) {
	const [one, other] = NAMES$1.filter((form) => flags[form] === "-");
	if (other !== void 0) throw new UserError("usage", `--${one} - and --${other} - both want stdout`, "Send one of them to a file.");
	for (const file of NAMES$1.map((form) => flags[form])) {
		if (file === void 0 || file === "-") continue;
		const directory = dirname(resolve(file));
		await access(directory, constants$1.W_OK).catch((cause) => refuseFile(file, `${directory} is not a directory that is writable`, cause));
		const known = await stat(file).catch(() => null);
		if (known && !known.isFile()) refuseFile(file, "it is there and is not a file");
		if (known) await access(file, constants$1.W_OK).catch((cause) => refuseFile(file, "it is read-only", cause));
	}
}
function refuseFile(file, why, cause) {
	throw new UserError("usage", `${file} cannot be written: ${why}`, "Name another file.", { cause });
}
/**
* Writes what was asked for. Exactly one form goes to stdout: the JSON or Markdown if it was sent there, else
* the text.
*/
async function writeOutputs(flags, rendered) {
	const files = NAMES$1.map((form) => ({
		file: flags[form],
		render: rendered[form]
	}));
	(files.some(({ file }) => file === "-") ? process.stderr : process.stdout).write(rendered.text);
	for (const { file, render } of files) {
		if (file === void 0 || render === void 0) continue;
		if (file === "-") process.stdout.write(render());
		else await writeFile(file, render()).catch((cause) => refuseFile(file, cause.message, cause));
	}
}
/** Writes the report on an assessment. */
async function writeReport(assessment, flags, configFile) {
	const style = {
		...terminalStyle(flags),
		verbose: flags.verbose === true,
		configFile
	};
	const forms = NAMES$1.map((form) => [form, () => FORMS[form].render(assessment, configFile)]);
	await writeOutputs(flags, {
		text: renderTerminal(assessment, style),
		...Object.fromEntries(forms)
	});
}
/** Colour when a person looks: FORCE_COLOR and NO_COLOR have the last word, as everywhere. */
function terminalStyle(flags) {
	return {
		color: useColor(flags),
		width: process.stdout.columns || 100
	};
}
function useColor(flags) {
	const { env } = process;
	if (!flags.color || env["NO_COLOR"]) return false;
	if (env["FORCE_COLOR"]) return env["FORCE_COLOR"] !== "0";
	return process.stdout.isTTY === true;
}

// src/cli/flags.ts
function withMeasureFlags(command) {
	return command.option("--config <file>", "the config file (default: .github/benchgate.yml, then benchgate.yml)").option("--filter <glob>", "only benchmarks whose groups/name match", parseFilterFlag).option("--seed <text>", "repeat the random order of an earlier run").option("--time-limit <time>", "such as \"5 min\"; in place of measure.time-limit", parseTimeLimitFlag).option("--no-color", "plain text; also the environment variable NO_COLOR").option("-q, --quiet", "no progress");
}
function withGateFlags(command) {
	const gate = withMeasureFlags(command).option("-v, --verbose", "list what is unchanged and inconclusive too");
	for (const [form, { called }] of Object.entries(FORMS)) gate.addOption(fileOption(form, `write the report as ${called}`));
	return gate;
}
const fileOption = (form, what) => new Option(`--${form} <file>`, `${what}; - writes it to stdout, and the text to stderr`);
/** `--json` means the same in every command that has it. */
const jsonOption = (what) => fileOption("json", what);
/** `--base`: the words of `base.ref` in the config, `tag:<pattern>`, or any ref. */
function parseBaseFlag(text) {
	if (text === "merge-base" || text === "parent") return { kind: text };
	if (text.startsWith("tag:")) return {
		kind: "tag",
		pattern: text.slice(4)
	};
	return {
		kind: "ref",
		ref: text
	};
}
/** `--time-limit`: a time with a unit, in ms. */
function parseTimeLimitFlag(text) {
	refuse$1(checkQuantity(text, TIME_LIMIT));
	return parseQuantity(text).value / 1e6;
}
/** `--filter`: a glob within the same bounds as those of the config. */
function parseFilterFlag(text) {
	refuse$1(checkGlob(text));
	return text;
}
function refuse$1(complaint) {
	if (complaint) throw new InvalidArgumentError(`${complaint.message}. ${complaint.remedy}`);
}

// src/model/formats.ts
/** The names that `format:` takes, in the order of the adapters; a config is checked without loading any. */
const FORMATS = [
	"mitata",
	"vitest",
	"custom",
	"go",
	"pytest-benchmark",
	"criterion",
	"cargo-criterion",
	"criterion-text",
	"libtest",
	"divan",
	"hyperfine",
	"tinybench",
	"benchmarkjs",
	"deno",
	"google-benchmark",
	"jmh",
	"benchmarkdotnet",
	"size-limit",
	"k6",
	"autocannon",
	"locust",
	"artillery",
	"catch2",
	"pyperf",
	"asv",
	"gungraun",
	"iai",
	"benchmarktools-jl",
	"lighthouse",
	"openmetrics",
	"time-v",
	"bmf"
];

// src/git/ref-name.ts
const MAX_BRANCH = 200;
const MAX_REVISION = 250;
/** Why a name is none for a branch, or would be read otherwise (git-check-ref-format); null: it is fit. */
function problemOfBranch(name) {
	if (name === "") return "is empty";
	if (name.length > MAX_BRANCH) return `has more than ${MAX_BRANCH} characters`;
	if (/^[-/.]|[/.]$/.test(name)) return "begins or ends with a sign that a branch must not";
	if (/^(?:@|HEAD|refs\/.*)$/.test(name)) return "is what git calls something else";
	return /[\p{Cc}\s~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.lock(?:\/|$)/u.test(name) ? "holds something that a branch name must not" : null;
}
/** Why a text names no commit and no pattern of tags, but an option or a range for git; null: it is fit. */
function problemOfRevision(revision) {
	if (revision === "") return "is empty";
	if (revision.length > 250) return `is longer than ${250} characters`;
	if (/^[-+]/.test(revision)) return `begins with \`${revision[0]}\`, as no ref can`;
	if (revision.includes("..")) return "is a range";
	return /[\s\p{C}:?[\\]/u.test(revision) ? "holds a character that no ref can hold" : null;
}
/** Refuses what is no name of one commit. Throws a UserError; `what` names it. */
function checkRevision(revision, what) {
	const problem = problemOfRevision(revision);
	if (problem === null) return;
	throw new UserError("ref", `The ${what} ${JSON.stringify(revision.slice(0, 250))} ${problem}`, "Name one branch, tag or commit, for example main, v1.2.0 or 91be03d.");
}
/** The branch that a full ref names; null where it names something else. */
const branchOf = (ref) => ref.startsWith("refs/heads/") ? branchName(ref) : null;
/** What people call a branch, whether its ref or its name is given. */
const branchName = (ref) => ref.replace(/^refs\/heads\//, "");

// src/config/field-checks.ts
/** A refinement that hands what a check says on as the parameters of zod's issue. */
const refined = (check) => (value, context) => {
	const complaint = check(value);
	if (complaint !== null) context.addIssue({
		code: "custom",
		params: { ...complaint }
	});
};
/** A text that `check` has nothing to say about. */
const text$1 = (check) => string().superRefine(refined(check));
/** A key that may be left out, with what editors show of it. */
const optional = (schema, description, more = {}) => schema.meta({
	description,
	...more
}).exactOptional();
const firstOf = (...checks) => (value) => {
	for (const check of checks) {
		const complaint = check(value);
		if (complaint !== null) return complaint;
	}
	return null;
};
/** `…` in a message stands for the text itself. */
const refuse = (pattern, message, remedy) => (value) => pattern.test(value) ? {
	message: message.replace("…", () => quoted$2(value)),
	remedy
} : null;
const filled = (what, remedy) => refuse(/^\s*$/, `the ${what} is empty`, remedy);
const atMost$2 = (most, what, remedy) => (value) => value.length > most ? {
	message: `the ${what} is longer than ${most} characters`,
	remedy
} : null;
const printable = (what, remedy) => refuse(/[\p{C}\p{Zl}\p{Zp}]/u, `the ${what} holds a control character`, remedy);
/** A path that must not leave `place`. */
const inside = (place) => firstOf(refuse(/^([/\\~]|[a-z]:)/i, "… is an absolute path", `Write it relative to ${place}.`), refuse(/(^|[/\\])\.\.([/\\]|$)/, "… leaves the project", `Write it without \`..\`, relative to ${place}.`), refuse(/\\/, "… holds a backslash", "Separate folders with `/`."));
const ROOT = "the root of the project";
const checkSuite = firstOf(inside(ROOT), checkGlob);
const MAX_PATH_LENGTH = 500;
const path$1 = (place, remedy) => firstOf(filled("path", remedy), atMost$2(500, "path", remedy), printable("path", remedy), inside(place));
const checkWorkingDirectory = path$1(ROOT, "Write for example `packages/parser`, or remove the key.");
/** The steps of a path, without those that go nowhere. */
const segmentsOf = (path) => path.split("/").filter((segment) => segment !== "" && segment !== ".");
const OUTPUT = "Write for example `results.json`, or remove the key: then standard output is read.";
/** What a command writes: removed before each run, so that no old result is ever read for a new one. */
const checkOutput = firstOf(path$1("the working directory", OUTPUT), (output) => {
	const [first] = segmentsOf(output);
	if (first !== void 0 && first.toLowerCase() !== ".git") return null;
	const kept = first === void 0 ? "the working directory itself" : "what git keeps there";
	return {
		message: `${quoted$2(output)} is ${kept}, and the output is removed before each run`,
		remedy: OUTPUT
	};
});
const MAX_PREFIX_LENGTH = 200;
const checkPrefix = firstOf(atMost$2(200, "prefix", "Shorten it."), printable("prefix", "Remove it: names are shown on one line."));
const checkRef = (ref) => {
	const problem = problemOfRevision(ref);
	if (problem === null) return null;
	return {
		message: `${ref === "" ? "the ref" : quoted$2(ref)} ${problem}`,
		remedy: "Name one revision. Write merge-base, parent, a branch, a tag or a commit."
	};
};
const checkBaseRef = firstOf(refuse(/^(?!merge-base$)merge[\s_]?base$/i, "unknown base …", "Did you mean `merge-base`?"), refuse(/\*/, "… is a pattern", "The newest tag that matches is written `ref: { tag: \"v*\" }`."), checkRef);
const checkNul = refuse(/\0/, "a NUL character", "Remove it: no process can be given one.");
const MAX_LINE_LENGTH = 4e3;
/** What a shell is given: one line or several. */
const line$1 = (remedy) => firstOf(filled("command", remedy), atMost$2(MAX_LINE_LENGTH, "command", "Put it in a script, and call that."), checkNul);
const checkSetup = line$1("Write for example `npm ci`, or remove the key.");
const checkRun = line$1("Write for example `go test -run ^$ -bench . ./...`.");
const checkReason = firstOf(filled("reason", "Say why the regression is accepted; the next reader will ask."), atMost$2(500, "reason", "Link to where it is told at length."));
const DATE = "Write year-month-day, for example 2027-02-01.";
const checkDate = firstOf(refuse(/^(?!\d{4}-\d{2}-\d{2}$)/, "… is not a date", DATE), (date) => {
	const instant = /* @__PURE__ */ new Date(`${date}T00:00:00Z`);
	return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? null : {
		message: `${quoted$2(date)} is not in the calendar`,
		remedy: DATE
	};
});

// src/config/command.ts
const MAX_COMMANDS = 50;
const EXAMPLE = {
	run: "go test -run ^$ -bench . ./...",
	format: "go"
};
const command = strictObject({
	run: text$1(checkRun).meta({
		description: "The command line of the tool, one line or several, through the shell. It is run once for each measurement, in turn in the checkouts of base and head.",
		examples: [EXAMPLE.run],
		minLength: 1,
		maxLength: MAX_LINE_LENGTH
	}),
	format: optional(_enum(FORMATS), "What the tool writes. Left out: its content decides.", { examples: ["go"] }),
	output: optional(text$1(checkOutput), "File or folder that holds the results after a run, relative to the working directory; removed before each run. Left out: standard output.", {
		examples: ["results.json"],
		minLength: 1,
		maxLength: 500
	}),
	setup: optional(text$1(checkSetup), "Builds one checkout, once, before the first run there.", {
		examples: ["cargo build --release"],
		minLength: 1,
		maxLength: MAX_LINE_LENGTH
	}),
	"working-directory": optional(text$1(checkWorkingDirectory), "Folder that it is run in, relative to the root of the project.", {
		examples: ["packages/parser"],
		minLength: 1,
		maxLength: 500
	}),
	"name-prefix": optional(text$1(checkPrefix), "In front of the name of every benchmark that it reports, as written.", {
		examples: ["go/"],
		maxLength: 200
	})
}).transform((written) => ({
	run: written.run,
	format: written.format ?? null,
	output: written.output === void 0 ? null : segmentsOf(written.output).join("/"),
	setup: written.setup ?? null,
	workingDirectory: segmentsOf(written["working-directory"] ?? "").join("/") || null,
	namePrefix: written["name-prefix"] ?? ""
})).meta({ examples: [EXAMPLE] });
/** `command:`: one tool, or several. */
const commandSchema = union([command.transform((only) => [only]), array(command).min(1).max(MAX_COMMANDS).superRefine((commands, context) => {
	const firsts = /* @__PURE__ */ new Map();
	for (const [index, written] of commands.entries()) {
		const key = JSON.stringify(written);
		const first = firsts.get(key);
		if (first === void 0) firsts.set(key, index);
		else context.addIssue({
			code: "custom",
			path: [index],
			params: repeated(first)
		});
	}
})]).meta({
	description: "Benchmarks of any other tool: its command line, and what it writes. Without `suites`, nothing else is measured.",
	examples: [EXAMPLE, [EXAMPLE]]
});
const repeated = (first) => ({
	message: `this command is the same as number ${first + 1} of the list`,
	remedy: "Remove one of the two: each is run as often as it takes."
});

// src/config/limit.ts
/**
* Below this, and above `MOST`, a number is a slip: a thousandth of a nanosecond, of an operation a second.
*/
const LEAST = .001;
const MOST = 0x38d7ea4c68000;
const ANY_EXAMPLE = "10 ms";
/** What a limit says, written as a text or as a bare number; null when it is none. */
function readLimit(written) {
	if (typeof written === "string") return parseQuantity(written);
	return Number.isFinite(written) && written >= 0 ? {
		value: written,
		unit: null
	} : null;
}
/** What is wrong with a limit whatever its metric is; null when nothing is. */
function checkLimit(written) {
	const quantity = readLimit(written);
	if (quantity === null) return notAQuantity(String(written), ANY_EXAMPLE);
	const { value, unit } = quantity;
	const least = unit === null || unitOf$1(unit).canBeZero ? 0 : LEAST;
	if (value >= least && value <= MOST) return null;
	const range = least === 0 ? "at most 1e15" : `more than 0 and less than 1e15 ${unit}`;
	return {
		message: `${quoted$2(String(written))} is out of range`,
		remedy: `It must be ${range}.`
	};
}
/**
* What is wrong with the unit of a limit where those of its metric (normal forms) are known; null: nothing.
*/
function checkUnit(text, { unit }, metric, units) {
	const isCount = units.some((known) => unitKind(known) === "count");
	if (unit === null) return isCount ? null : wantsUnit(text, units.flatMap(offersIn));
	if (units.includes(unit)) return null;
	const remedy = `Write for example ${either(units.map((known) => unitOf$1(known).example))}`;
	if (unitKind(unit) === "ratio") return {
		message: `${quoted$2(text)} is a percentage where ${either(units.map(calledIn))} is wanted`,
		remedy: `${remedy}. A limit relative to the base is \`max-regression\`.`
	};
	if (normalUnit(unit) === null && !isCount) return unknownUnit(unit, units);
	const other = isTimed(unit) || unitKind(unit) === "size" ? usualMetricIn(unit) : null;
	const measured = isCount ? "counted" : `measured in ${units.join(" or ")}`;
	return {
		message: `${quoted$2(text)} is ${calledIn(unit)}, and \`${metric}\` is ${measured}`,
		remedy: other === null ? `${remedy}.` : `${remedy}, or limit \`${other}\`.`
	};
}
/** A bare number is offered as whole bytes too, which is how most tools print memory. */
const offersIn = (unit) => [...unitKind(unit) === "size" ? ["64 B"] : [], unitOf$1(unit).example];
const either = (words) => [...new Set(words)].join(" or ");

// src/config/metric-names.ts
const KNOWN_IDS = [...USUAL_METRIC_IDS, PRIMARY];
/** The percentiles of a time that tools report: `time.p90`, `time.p99.9`. */
const PERCENTILE = /^time\.p(1|2\.5|5|10|20|25|30|40|50|60|66|70|75|80|90|95|97\.5|98|99(\.9{1,4})?|100)$/;
/** Metrics that a later Benchgate is going to know, so that nobody hunts for a spelling mistake. */
const LATER_METRICS = /* @__PURE__ */ new Set([
	"heap",
	"leak",
	"gc",
	"gc.count",
	"gc.pause",
	"cpu"
]);
/** In shorter words two letters make another word: `item` is no misspelt `time`. */
const LONG_WORD = 6;
/** What the name of any metric must be like; null when it is fit. */
function checkMetricText(name) {
	const remedy = "Write the name that the tool reports, for example `time`.";
	if (name.trim() === "") return {
		message: "the name of the metric is empty",
		remedy
	};
	if (name.length > 100) return {
		message: `the name of the metric is longer than ${100} characters`,
		remedy
	};
	return metricIdSchema.safeParse(name).success ? null : {
		message: `${quoted$2(name)} cannot be the name of a metric`,
		remedy
	};
}
/** Whether a name is almost certainly not what was meant; null when it may be any tool's own. */
function checkMetricName(name, { declared, hasCommands }) {
	if (KNOWN_IDS.includes(name) || declared.has(name)) return null;
	const own = "If it is a tool's own name, declare it under `metrics:`.";
	if (LATER_METRICS.has(name)) {
		const remedy = `The metrics of suites are ${listed$1(SUITE_METRIC_IDS)}. ${own}`;
		return {
			message: `the metric ${quoted$2(name)} is not supported yet`,
			remedy
		};
	}
	if (name.startsWith("time.")) {
		if (hasCommands && PERCENTILE.test(name)) return null;
		return unknown$1(name, didYouMean(name, SUITE_METRIC_IDS), hasCommands ? own : null);
	}
	const meant = misspelt(name);
	return meant === null ? null : unknown$1(name, meant, own);
}
function unknown$1(name, meant, own) {
	const remedy = meant === null ? `Of a time there are ${listed$1(SUITE_METRIC_IDS)}.` : `Did you mean \`${meant}\`?`;
	return {
		message: `unknown metric ${quoted$2(name)}`,
		remedy: own === null ? remedy : `${remedy} ${own}`
	};
}
/** The known name that is one slip away, or two where it is long. */
function misspelt(name) {
	const word = name.toLowerCase();
	return nearest(KNOWN_IDS, (known) => distanceWithin(known, word, Math.min(word.length, known.length) >= LONG_WORD ? 2 : 1));
}
/** A direction under `metrics:` that Benchgate knows to be otherwise. */
function checkDirection(name, better) {
	if (name === "primary") return {
		message: `\`${PRIMARY}\` stands for the first metric of a benchmark, whichever that is`,
		remedy: "Name the metric itself."
	};
	const known = meaningOf(name, {
		declared: /* @__PURE__ */ new Map(),
		hasCommands: true
	});
	if (known.better === null || known.better === better) return null;
	return {
		message: `\`${name}\` is better when it is ${known.better}, whatever tool reports it`,
		remedy: "Remove the entry."
	};
}
/** What is known of a metric before anything is measured: null is not known. */
function meaningOf(name, { declared, hasCommands }) {
	const isTime = PERCENTILE.test(name) || name === "primary" && !hasCommands;
	return usualMetric(isTime ? "time" : name) ?? {
		units: null,
		better: declared.get(name) ?? null
	};
}

// src/config/schema.ts
/** The newest `version:` that this Benchgate reads. */
const CONFIG_VERSION = 1;
const DEFAULT_SUITES = "**/*.bench.{ts,mts,cts,js,mjs,cjs}";
/** Measured time of one benchmark in each process, after warm-up. */
const DEFAULT_TIME_PER_BENCHMARK_MS = 30;
const DEFAULT_TIME_LIMIT_MIN = 15;
/**
* Checks a text or a number and reads it. Both happen in one step, because each further step of a schema
* costs time and a file may hold thousands of amounts. `wrongType` is the issue for anything else.
*/
const amount = (read, check, wrongType) => unknown$2().transform((input, context) => {
	if (typeof input !== "string" && typeof input !== "number") context.addIssue({
		...wrongType,
		input
	});
	else {
		refined(check)(input, context);
		const value = read(input);
		if (value !== null) return value;
	}
	return NEVER;
});
/**
* A quantity of one kind, in its unit. `5` is the likeliest mistake where `5%` is wanted, so it is answered
* like a text without its unit.
*/
const quantity$1 = (kind) => amount((written) => parseQuantity(String(written))?.value ?? null, (written) => checkQuantity(String(written), kind), {
	code: "invalid_type",
	expected: "string"
}).meta({
	type: "string",
	pattern: quantityPattern(kind),
	examples: [kind.example]
});
const milliseconds = (kind) => quantity$1(kind).transform((nanoseconds) => nanoseconds / 1e6);
/** A limit relative to base: two levels, or one value, which fails and warns at its fraction `warnAt`. */
const relative$1 = (kind, description, warnAt = null) => optional(union([quantity$1(kind).transform((fail) => ({
	warn: warnAt === null ? null : fail * warnAt,
	fail
})), strictObject({
	warn: optional(quantity$1(kind), "Warn from here on"),
	fail: optional(quantity$1(kind), "Fail from here on")
}).transform(({ warn = null, fail = null }) => ({
	warn,
	fail
}))]), description, { examples: [kind.example] });
const limit = amount(readLimit, checkLimit, {
	code: "invalid_union",
	errors: []
}).meta({ anyOf: [{
	type: "string",
	pattern: ANY_QUANTITY,
	examples: LIMIT_EXAMPLES
}, {
	type: "number",
	minimum: 0
}] });
/** Both levels are in one unit; the checks across fields refuse anything else. */
function levels(warn, fail) {
	const unit = (fail ?? warn)?.unit ?? null;
	return {
		warn: warn?.value ?? null,
		fail: fail?.value ?? null,
		...unit !== null && { unit }
	};
}
const absolute = (description) => optional(union([limit.transform((fail) => levels(null, fail)), strictObject({
	warn: optional(limit, "Warn from here on", { examples: LIMIT_EXAMPLES }),
	fail: optional(limit, "Fail from here on", { examples: LIMIT_EXAMPLES })
}).transform(({ warn = null, fail = null }) => levels(warn, fail))]), description, { examples: LIMIT_EXAMPLES });
const glob$1 = (description) => text$1(checkGlob).meta({
	description,
	examples: ["parser/*"],
	minLength: 1
});
const metric = (description) => text$1(checkMetricText).meta({
	description,
	examples: [
		...SUITE_METRIC_IDS,
		"bytes",
		"primary"
	],
	minLength: 1,
	maxLength: 100
});
const suite = text$1(checkSuite).meta({
	examples: ["benchmarks/**/*.bench.ts"],
	minLength: 1
});
const budget = strictObject({
	match: glob$1("A glob over ids of benchmarks: groups and name joined by '/'. '**' is every benchmark."),
	metric: metric("What is limited: `time` and the other metrics of suites, what a tool reports, or `primary`, the first metric of each benchmark. Left out beside a severity alone: all metrics.").exactOptional(),
	"max-regression": relative$1(REGRESSION, "How much worse than the base. One value is the fail level; warn is then half of it.", .5),
	max: absolute("The most that a metric may be where lower is better, in its unit; a bare number for what is counted. One value is the fail level."),
	min: absolute("The least that a metric may be where higher is better, in its unit; a bare number for what is counted. One value is the fail level."),
	"min-improvement": relative$1(IMPROVEMENT, "How much better than the base this change promises to be. One value is the fail level."),
	severity: optional(_enum([
		"off",
		"warn",
		"fail"
	]), "The most that a finding can lead to.", { examples: ["warn"] })
}).transform(({ metric = null, "max-regression": worse, "min-improvement": gain, ...others }) => ({
	...others,
	metric,
	...worse && { maxRegression: worse },
	...gain && { minImprovement: gain }
}));
const waiver = strictObject({
	match: glob$1("A glob over ids of benchmarks."),
	metric: metric("The metric whose regression is accepted; `primary` is the first of each benchmark."),
	"up-to": quantity$1(ACCEPTED).meta({ description: "How much worse is accepted. More than that still fails." }),
	reason: text$1(checkReason).meta({
		description: "Why; shown in every report.",
		examples: ["Correctness fix (#412)"],
		minLength: 1
	}),
	until: optional(text$1(checkDate), "Last day of the waiver.", {
		examples: ["2027-02-01"],
		pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
	})
}).transform(({ "up-to": upTo, until = null, ...others }) => ({
	...others,
	upTo,
	until
}));
const MAX_SUITES$1 = 200;
const MAX_BRANCHES = 50;
const MAX_RULES = 2e3;
const MAX_NODE_ARGS = 50;
const MAX_DECLARED = 200;
const direction$1 = strictObject({ better: betterSchema.meta({
	description: "Which way it is better.",
	examples: ["higher"]
}) }).meta({ examples: [{ better: "higher" }] });
const TOO_MANY_DECLARED = {
	message: `\`metrics\` has more than ${MAX_DECLARED} entries`,
	remedy: "Declare only what budgets name."
};
const declared = record(string(), direction$1).superRefine(refined((metrics) => Object.keys(metrics).length > MAX_DECLARED ? TOO_MANY_DECLARED : null));
const baseRef = union([text$1(checkBaseRef).transform((ref) => ref === "merge-base" || ref === "parent" ? { kind: ref } : {
	kind: "ref",
	ref
}).meta({
	minLength: 1,
	maxLength: 250
}), strictObject({ tag: text$1(checkRef).meta({
	description: "A pattern; the newest tag that matches is the base.",
	examples: ["v*"]
}) }).transform(({ tag }) => ({
	kind: "tag",
	pattern: tag
}))]);
const base = strictObject({
	ref: optional(baseRef, "What the head is compared with: merge-base, parent, any ref, or the newest tag of a pattern.", {
		default: "merge-base",
		examples: [
			"merge-base",
			"parent",
			{ tag: "v*" }
		]
	}),
	setup: optional(text$1(checkSetup), "Command that prepares the checkout of the base; skipped when its lockfile is the same.", {
		examples: ["npm ci"],
		minLength: 1
	})
});
const measure$1 = strictObject({
	"time-per-benchmark": optional(milliseconds(TIME_PER_BENCHMARK), "Measured time of one benchmark in each process, after warm-up.", { default: `${30} ms` }),
	"time-limit": optional(milliseconds(TIME_LIMIT), "Measuring stops after this time; what is undecided then is inconclusive.", { default: `${15} min` }),
	"node-args": optional(array(text$1(checkNul)).max(MAX_NODE_ARGS), "Arguments of node in the measuring processes.", { examples: [["--import", "tsx"]] }),
	"node-threads": optional(boolean(), "Lets V8 collect garbage and compile on threads of its own while measuring: nearer to production, with more noise.", {
		default: false,
		examples: [true]
	})
}).transform((written) => ({
	timePerBenchmarkMs: written["time-per-benchmark"] ?? 30,
	timeLimitMs: written["time-limit"] ?? 15 * 6e4,
	nodeArgs: written["node-args"] ?? [],
	nodeThreads: written["node-threads"] ?? false
}));
/**
* The file as a person writes it: the source of the types, of the errors and of the published JSON Schema.
*/
const configSchema = strictObject({
	version: literal$1(1).meta({
		description: "Version of this format.",
		examples: [1]
	}),
	suites: optional(array(suite).min(1).max(MAX_SUITES$1), "Globs of the benchmark suites, relative to the root of the project. Beside a `command`, none unless given.", {
		default: [DEFAULT_SUITES],
		examples: [["benchmarks/**/*.bench.ts"]]
	}),
	command: commandSchema.exactOptional(),
	metrics: optional(declared, "By name of a metric, which way of it is better, where its tool does not say.", {
		examples: [{ fps: { better: "higher" } }],
		maxProperties: MAX_DECLARED
	}),
	base: optional(base, "What the head is compared with.", { examples: [{ ref: "merge-base" }] }),
	measure: optional(measure$1, "How it is measured.", { examples: [{ "time-limit": "15 min" }] }),
	budgets: optional(array(budget).max(MAX_RULES), "Limits. Per benchmark and metric, later rules override earlier ones field by field.", { examples: [[{
		match: "**",
		metric: "time",
		"max-regression": "5%"
	}]] }),
	accepted: optional(array(waiver).max(MAX_RULES), "Regressions that a person accepted; written by `benchgate accept`.", { examples: [[{
		match: "parser/large",
		metric: "time",
		"up-to": "20%",
		reason: "Correctness fix (#412)"
	}]] }),
	baseline: optional(strictObject({ branches: array(glob$1("A glob over names of branches.")).min(1).max(MAX_BRANCHES).meta({
		description: "Branches beside the default one whose pushes are recorded, as globs.",
		examples: [["release/*"]]
	}) }), "What is recorded.", { examples: [{ branches: ["release/*"] }] }),
	report: optional(strictObject({ comment: optional(_enum([
		"always",
		"on-change",
		"on-failure",
		"never"
	]), "When the pull request gets a comment.", {
		default: "on-change",
		examples: ["on-change"]
	}) }), "What is told where.", { examples: [{ comment: "on-change" }] })
});
/** Where a release of the package has the schema; users name it to their editors. */
const SCHEMA_URL = "https://unpkg.com/benchgate@0/dist/schema.json";
/** The published JSON Schema of the config file, in draft 7, which yaml-language-server reads. */
function configJsonSchema() {
	const { $schema, ...schema } = toJSONSchema(configSchema, {
		target: "draft-7",
		io: "input",
		override({ zodSchema, jsonSchema }) {
			const { examples, default: usual } = globalRegistry.get(zodSchema) ?? {};
			Object.assign(jsonSchema, examples && { examples }, usual !== void 0 && { default: usual });
		}
	});
	return {
		$schema,
		$id: SCHEMA_URL,
		title: "Benchgate configuration (.github/benchgate.yml)",
		...schema
	};
}

// src/config/defaults.ts
/** `line` of the rule that no file holds. */
const NO_LINE = 0;
/**
* V8 collects garbage and optimises code on threads of its own. When they finish is chance, and most of what
* one process differs in from the next comes from that. Under these flags both happen on the measured thread:
* their cost is in the number, whole and every time. Figures: `src/stats/README.md`.
*/
const QUIET_FLAGS = ["--single-threaded-gc", "--no-concurrent-recompilation"];
/** The budget that stands as long as no rule of the file sets a limit. */
const DEFAULT_BUDGET = {
	match: "**",
	metric: PRIMARY,
	maxRegression: {
		warn: .025,
		fail: .05
	},
	line: 0
};
/** What holds without a config file, and for every key that a file leaves out. */
const DEFAULT_CONFIG = {
	file: null,
	suites: [DEFAULT_SUITES],
	commands: [],
	metrics: {},
	base: {
		ref: { kind: "merge-base" },
		setup: null
	},
	measure: {
		timePerBenchmarkMs: 30,
		timeLimitMs: 15 * 6e4,
		nodeArgs: [],
		nodeThreads: false
	},
	budgets: [DEFAULT_BUDGET],
	accepted: [],
	baseline: { branches: [] },
	report: { comment: "on-change" }
};

// src/config/budgets.ts
const LIMITS$3 = [
	"maxRegression",
	"max",
	"min",
	"minImprovement"
];
const FIELDS = [...LIMITS$3, "severity"];
const setFields = (rule) => FIELDS.filter((field) => rule[field] !== void 0);
const setsLimit = (rule) => LIMITS$3.some((field) => rule[field] !== void 0);
/** Whether a rule or waiver names a metric: itself, or as the first that a benchmark reports. */
const names = (named, metric, primary) => named === metric || named === "primary" && metric === primary;
const concerns = (rule, metric, primary) => rule.metric === null || names(rule.metric, metric, primary);
/** Rules that set no limit at all, only severities, mean the default one. */
const withDefaultBudget = (rules) => rules.some(setsLimit) ? rules : [DEFAULT_BUDGET, ...rules];
const rulesFor = (config, id) => config.budgets.filter(({ match }) => compileGlob(match)(id));
function budgetsOf(config, id) {
	const rules = rulesFor(config, id);
	const named = new Set(rules.filter(setsLimit).map(({ metric }) => metric));
	const of = (metric, primary) => overlaid(rules, metric, primary);
	return {
		of,
		limited: (available, primary) => available.filter((metric) => (named.has(metric) || metric === primary && named.has("primary")) && of(metric, primary).severity !== "off")
	};
}
function overlaid(rules, metric, primary) {
	const budget = {
		maxRegression: null,
		max: null,
		min: null,
		minImprovement: null,
		severity: "fail",
		lines: {
			maxRegression: null,
			max: null,
			min: null,
			minImprovement: null
		}
	};
	for (const rule of rules) {
		if (!concerns(rule, metric, primary)) continue;
		for (const limit of LIMITS$3) {
			if (rule[limit] === void 0) continue;
			budget[limit] = rule[limit];
			budget.lines[limit] = rule.line === 0 ? null : rule.line;
		}
		budget.severity = rule.severity ?? budget.severity;
	}
	return budget;
}
/** The budget of one benchmark and metric; who asks for several metrics takes `budgetsOf`. */
const resolveBudget = (config, id, metric, primary) => budgetsOf(config, id).of(metric, primary);
/** Which of the metrics of a benchmark some rule limits; who asks for their budgets too takes `budgetsOf`. */
const budgetedMetrics = (config, id, available, primary) => budgetsOf(config, id).limited(available, primary);
/** The first metric of suites and of most tools; what a tool reports is not known before it has run. */
const USUAL_PRIMARY = "time";
/**
* How the budget of each metric that is limited or waived came about, switched-off ones included: of the
* metrics of suites, and of all that a rule or waiver names. A rule for `primary` is shown under `time`.
*/
function explainBudget(config, id) {
	const matching = rulesFor(config, id);
	const waivers = config.accepted.filter(({ match }) => compileGlob(match)(id));
	const limits = matching.filter(setsLimit).map(({ metric }) => metric);
	const named = /* @__PURE__ */ new Set([...limits, ...waivers.map(({ metric }) => metric)]);
	const others = [...named].filter((metric) => metric !== null).filter((metric) => metric !== PRIMARY);
	return [.../* @__PURE__ */ new Set([...SUITE_METRIC_IDS, ...others])].flatMap((metric) => {
		const isPrimary = metric === USUAL_PRIMARY && named.has("primary");
		return isPrimary || named.has(metric) ? [explanation(config, id, metric, isPrimary)] : [];
	});
}
function explanation(config, id, metric, isPrimary) {
	const rules = rulesFor(config, id).filter((rule) => concerns(rule, metric, USUAL_PRIMARY));
	return {
		metric,
		isPrimary,
		rules: rules.map((rule, index) => {
			const later = new Set(rules.slice(index + 1).flatMap(setFields));
			const fields = setFields(rule);
			return {
				rule,
				decides: fields.filter((field) => !later.has(field)),
				overridden: fields.filter((field) => later.has(field))
			};
		}),
		budget: resolveBudget(config, id, metric, USUAL_PRIMARY),
		waiver: waiverFor(config, id, metric, USUAL_PRIMARY)
	};
}
/** The waiver of one benchmark and metric, expired or not; of several the last. */
const waiverFor = (config, id, metric, primary) => config.accepted.findLast((waiver) => names(waiver.metric, metric, primary) && compileGlob(waiver.match)(id)) ?? null;
const MAX_COMPARED_IDS = 2e3;
const MAX_SUGGESTIONS = 20;
/** The rules and waivers whose `match` hits none of the ids. Without ids more is amiss than a spelling. */
function unmatchedRules(config, ids) {
	if (ids.length === 0) return [];
	return [...config.budgets.map(({ match, line }) => ({
		list: "budgets",
		match,
		line
	})), ...config.accepted.map(({ match, line }) => ({
		list: "accepted",
		match,
		line
	}))].filter(({ match, line }) => line !== 0 && !ids.some(compileGlob(match))).map((rule, index) => {
		const compared = index < MAX_SUGGESTIONS ? ids.slice(0, MAX_COMPARED_IDS) : [];
		const nearest$1 = nearest(compared, (id) => editDistance(rule.match, id));
		const hint = nearest$1 === null ? "" : `; the nearest is ${quoted$2(nearest$1)}`;
		return {
			...rule,
			nearest: nearest$1,
			message: `${config.file}:${rule.line}: ${quoted$2(rule.match)} matches no benchmark${hint}`
		};
	});
}
/** The rules that match benchmarks, and name a metric that none of these reports. */
function unreportedRules(config, benchmarks) {
	const reported = benchmarks.flatMap(({ id, metrics, primary }) => [...metrics, ...primary === null ? [] : [PRIMARY]].map((metric) => ({
		id,
		metric
	})));
	const reporters = Map.groupBy(reported, ({ metric }) => metric);
	const found = [];
	for (const rule of config.budgets) {
		const { match, metric, line } = rule;
		if (metric === null || line === 0) continue;
		const matches = compileGlob(match);
		if (reporters.get(metric)?.some(({ id }) => matches(id))) continue;
		const matching = benchmarks.filter(({ id }) => matches(id));
		if (matching.length === 0) continue;
		const candidates = found.length < MAX_SUGGESTIONS ? matching.flatMap(({ metrics }) => metrics) : [];
		const nearest = didYouMean(metric, [...new Set(candidates)]);
		const hint = nearest === null ? "" : `; the nearest that is reported is ${quoted$2(nearest)}`;
		const does = setsLimit(rule) ? "limits" : "sets the severity of";
		const message = `${config.file}:${line}: the rule ${does} ${quoted$2(metric)}, which no benchmark that it matches reports${hint}`;
		found.push({
			line,
			metric,
			nearest,
			message
		});
	}
	return found;
}

// src/config/cross-field-checks.ts
const LIMITS$2 = [
	"max-regression",
	"max",
	"min",
	"min-improvement"
];
const RULE_KEYS = [
	"match",
	"metric",
	...LIMITS$2,
	"severity"
];
/**
* What the fields of a whole file must be to one another: the limits of a rule, and the names, units and
* directions of metrics. The file is as the user wrote it, so that all of its problems are reported at once.
* A field that is wrong by itself has been reported already and is passed over.
*/
function checkAcrossFields(config) {
	const { metrics } = config;
	const declared = new Map(entriesOf(metrics).flatMap(([name, entry]) => declaration(name, entry)));
	const vocabulary = {
		declared,
		hasCommands: config["command"] !== void 0
	};
	const inList = (list, check) => (Array.isArray(config[list]) ? config[list] : []).flatMap((rule, index) => isMap$1(rule) ? below([list, index], check(rule)) : []);
	return [
		...inList("budgets", checkRule),
		...entriesOf(metrics).flatMap(([name]) => about(["metrics", name], checkMetricText(name), "key")),
		...[...declared].flatMap(([name, better]) => about(["metrics", name], checkDirection(name, better), "key")),
		...inList("budgets", (rule) => checkNamed(rule, vocabulary)),
		...inList("accepted", (waiver) => checkNamed(waiver, vocabulary))
	];
}
const isMap$1 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const entriesOf = (value) => isMap$1(value) ? Object.entries(value) : [];
const below = (path, findings) => findings.map((finding) => ({
	...finding,
	path: [...path, ...finding.path]
}));
const about = (path, complaint, place) => complaint === null ? [] : [{
	path,
	complaint: {
		...complaint,
		...place && { about: place }
	}
}];
function checkRule(rule) {
	const limits = LIMITS$2.filter((limit) => rule[limit] !== void 0);
	const isMisspelt = Object.keys(rule).some((key) => !RULE_KEYS.includes(key));
	return [
		...limits.length === 0 && rule["severity"] === void 0 && !isMisspelt ? about([], NO_LIMIT) : [],
		...limits.slice(0, rule["metric"] === void 0 ? 1 : 0).flatMap(needsMetric),
		...limits.flatMap((limit) => [...isMisspelt ? [] : checkNotEmpty(limit, rule[limit]), ...checkOrder(limit, writtenLevels(limit, rule[limit]))])
	];
}
const NO_LIMIT = {
	message: "this rule sets neither a limit nor a severity",
	remedy: "Add for example `max-regression: 5%`, or remove the rule."
};
const needsMetric = (limit) => about([limit], {
	message: `\`${limit}\` needs a metric`,
	remedy: "Add for example `metric: time`."
}, "key");
function writtenLevels(limit, value) {
	const levels = isMap$1(value) ? ["warn", "fail"].map((level) => ({
		path: [level],
		written: value[level]
	})) : [{
		path: [],
		written: value
	}];
	const isAbsolute = limit === "max" || limit === "min";
	return levels.flatMap(({ path, written }) => {
		if (typeof written !== "string" && (typeof written !== "number" || !isAbsolute)) return [];
		const quantity = readLimit(written);
		return quantity === null ? [] : [{
			path,
			written,
			quantity
		}];
	});
}
const checkNotEmpty = (limit, value) => isMap$1(value) && Object.keys(value).length === 0 ? about([limit], {
	message: `\`${limit}\` has no level`,
	remedy: "Write `warn`, `fail` or both."
}) : [];
function checkOrder(limit, [warn, fail]) {
	if (warn === void 0 || fail === void 0 || warn.quantity.unit !== fail.quantity.unit) return [];
	const bigIsLenient = limit === "max-regression" || limit === "max";
	const beyond = warn.quantity.value - fail.quantity.value;
	if (bigIsLenient ? beyond <= 0 : beyond >= 0) return [];
	const [first, last] = [warn, fail].map(({ written }) => quoted$2(String(written)));
	return about([limit, "warn"], {
		message: `the warning at ${first} would come after the failure at ${last}`,
		remedy: `Warn ${bigIsLenient ? "below" : "above"} ${fail.written}, or swap the two.`
	});
}
/** Levels of one limit that could not be compared with one another. */
function checkSameUnit(limit, [warn, fail]) {
	if (warn === void 0 || fail === void 0 || warn.quantity.unit === fail.quantity.unit) return [];
	const kind = ({ written, quantity }) => `${quoted$2(String(written))} is ${calledIn(quantity.unit)}`;
	return about([limit, "fail"], {
		message: `the warning at ${kind(warn)}, and the failure at ${kind(fail)}`,
		remedy: "Write both in units of one kind."
	});
}
function declaration(name, entry) {
	const better = isMap$1(entry) ? entry["better"] : void 0;
	return better === "lower" || better === "higher" ? [[name, better]] : [];
}
/** What does not fit the metric that a rule or waiver names. */
function checkNamed(rule, vocabulary) {
	const name = rule["metric"];
	if (typeof name !== "string" || checkMetricText(name) !== null) return [];
	const wrongName = about(["metric"], checkMetricName(name, vocabulary));
	if (wrongName.length > 0) return wrongName;
	const { units, better } = meaningOf(name, vocabulary);
	return ["max", "min"].flatMap((limit) => {
		const levels = writtenLevels(limit, rule[limit]);
		const wrongUnits = levels.flatMap(({ path, written, quantity }) => about([limit, ...path], units && checkUnit(String(written), quantity, name, units)));
		if (wrongUnits.length > 0) return wrongUnits;
		const wrongSide = rule[limit] === void 0 ? null : checkSide(limit, name, better, units);
		return [...checkSameUnit(limit, levels), ...about([limit], wrongSide, "key")];
	});
}
function checkSide(limit, name, better, units) {
	const sensible = better === "lower" ? "max" : "min";
	if (better === null || limit === sensible) return null;
	const good = units?.every((unit) => isSpeed({
		unit,
		better
	})) ? "fast" : "good";
	return {
		message: `\`${limit}\` of ${quoted$2(name)} would fail benchmarks for being ${good}`,
		remedy: `${better === "lower" ? "Lower" : "Higher"} is better here: the limit is called \`${sensible}\`.`
	};
}

// src/config/yaml-document.ts
const MAX_OPEN_BRACKETS = 500;
/** Reads one YAML document; text that cannot be read as one gives problems only. */
function readYaml(source) {
	const hopeless = conflictMarkers(source) ?? openBrackets(source);
	if (hopeless !== null) return { problems: hopeless };
	const document = (0, import_dist.parseDocument)(source.text, {
		version: "1.2",
		stringKeys: true,
		uniqueKeys: false,
		resolveKnownTags: false,
		prettyErrors: false,
		logLevel: "error"
	});
	const troubles = [...document.errors, ...document.warnings];
	if (troubles.length > 0) return { problems: syntaxProblems(source, troubles) };
	return new YamlData(source, document.contents);
}
const CONFLICT = {
	message: "a merge conflict starts here",
	remedy: "Resolve it: keep one side, and remove the <<<<<<<, ======= and >>>>>>> lines."
};
function conflictMarkers(source) {
	const problems = [...source.text.matchAll(/^<{7} .*$/gm)].map(({ index, 0: marker }) => source.problem({
		start: index,
		end: index + marker.length
	}, CONFLICT));
	return problems.length === 0 ? null : problems;
}
function openBrackets(source) {
	let open = 0;
	for (const { 0: bracket, index } of source.text.matchAll(/[[\]{}]/g)) {
		open += bracket === "[" || bracket === "{" ? 1 : -1;
		if (open > MAX_OPEN_BRACKETS) return [source.problem({
			start: index,
			end: index + 1
		}, TOO_DEEP)];
	}
	return null;
}
const TOO_DEEP = {
	message: "values are nested too deeply",
	remedy: "No setting needs more than 5 levels."
};
/** One mistake makes the parser stumble several times; the first stumble on each line is the one to show. */
function syntaxProblems(source, errors) {
	const byLine = /* @__PURE__ */ new Map();
	for (const error of errors.toSorted((a, b) => a.pos[0] - b.pos[0])) {
		const problem = source.problem({
			start: error.pos[0],
			end: error.pos[1]
		}, explainSyntax(error));
		if (!byLine.has(problem.line)) byLine.set(problem.line, problem);
	}
	return [...byLine.values()];
}
/** By the library's code and message: what to say in their place. */
const SYNTAX = [
	[
		/^TAB_AS_INDENT/,
		"a tab indents this line",
		"YAML wants spaces: put two in the place of each tab."
	],
	[
		/^MULTIPLE_DOCS/,
		"a second YAML document starts here",
		"Keep one, and remove the `---` between them."
	],
	[
		/^BAD_SCALAR_START/,
		"a text cannot start with this character",
		"Put the text in quotes."
	],
	[
		/^BAD_ALIAS/,
		"`*` starts a YAML alias, not a pattern",
		"Put the pattern in quotes: \"*\"."
	],
	[
		/^BAD_DQ_ESCAPE/,
		"YAML does not know this escape",
		"Write the text in single quotes, '...', where a backslash is only a backslash."
	],
	[
		/^RESOURCE_EXHAUSTION/,
		TOO_DEEP.message,
		TOO_DEEP.remedy
	],
	[
		/^NON_STRING_KEY/,
		"a key must be a plain word",
		"Write `key: value`."
	],
	[
		/^TAG_RESOLVE_FAILED/,
		"a YAML tag stands before this value",
		"Remove the word that begins with `!`."
	],
	[
		/^BAD_DIRECTIVE/,
		"Benchgate knows no YAML directive",
		"Remove the line that begins with `%`."
	],
	[
		/^BLOCK_AS_IMPLICIT_KEY.*Nested mappings/,
		"an unquoted text holds a colon and a space",
		"Put the text in quotes."
	],
	[
		/^MISSING_CHAR.*Missing closing "/,
		"a double quote is opened and never closed",
		"Close it at the end of its text."
	],
	[
		/^MISSING_CHAR.*Missing closing/,
		"a single quote is opened and never closed",
		"Close it at the end of its text."
	],
	[
		/^MISSING_CHAR.*map keys need/,
		"a key without a value",
		"Write `key: value`, with a space after the colon."
	],
	[
		/^BAD_INDENT.*}/,
		"a brace `{` above is not closed before this place",
		"Close it with `}`."
	],
	[
		/^BAD_INDENT.*]/,
		"a bracket `[` above is not closed before this place",
		"Close it with `]`."
	],
	[
		/^BAD_INDENT/,
		"this line is indented like none of its neighbours",
		"Give all keys of one block the same number of leading spaces."
	]
];
function explainSyntax({ code, message: written }) {
	const words = written.replaceAll(/\p{C}+/gu, " ");
	const [, message, remedy] = SYNTAX.find(([error]) => error.test(`${code} ${words}`)) ?? [
		null,
		`this is not valid YAML: ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
		"Look at the quotes, brackets and leading spaces around this place."
	];
	return {
		message,
		remedy
	};
}
/**
* The plain data of a document, and where each value stands. An alias gives the very object that its anchor
* gave, which takes no more room and time however many aliases stand for one another: `toJS` of the library
* looks for each anchor in the whole document.
*/
var YamlData = class {
	/** Maps are objects without a prototype, so that no key can reach one; an alias of nothing is undefined. */
	data;
	/** Duplicate keys and aliases of nothing: the rest of the data is worth reading all the same. */
	problems = [];
	#source;
	#whole;
	#anchors = /* @__PURE__ */ new Map();
	/** Of each map and list, by key or index. */
	#places = /* @__PURE__ */ new Map();
	constructor(source, root) {
		this.#source = source;
		this.#whole = spanOf(root) ?? {
			start: 0,
			end: source.text.length
		};
		this.data = this.#read(root);
	}
	/**
	* A finding at the place of the value that its path leads to, or of the last one on the way that exists.
	*/
	problem({ path, complaint }) {
		const { key, value } = this.#placeOf(path);
		return this.#source.problem(complaint.about === "key" && key || value, complaint);
	}
	/** 1-based. */
	lineOf(path) {
		return this.#source.lines.linePos(this.#placeOf(path).value.start).line;
	}
	#placeOf(path) {
		let place = {
			key: null,
			value: this.#whole
		};
		let holder = this.data;
		for (const step of path) {
			const next = this.#places.get(holder)?.get(String(step));
			if (next === void 0) break;
			place = next;
			holder = holder[step];
		}
		return place;
	}
	#complain(node, message, remedy) {
		this.problems.push(this.#source.problem(spanOf(node), {
			message,
			remedy
		}));
	}
	#read(node) {
		if ((0, import_dist.isAlias)(node)) {
			const written = quoted$2(`*${node.source}`);
			const remedy = `If it is a pattern, put it in quotes: "${written.slice(1, -1)}".`;
			if (!this.#anchors.has(node.source)) this.#complain(node, `${written} is a YAML alias, and nothing has that name`, remedy);
			return this.#anchors.get(node.source);
		}
		const data = (0, import_dist.isMap)(node) ? Object.create(null) : (0, import_dist.isSeq)(node) ? [] : node?.value ?? null;
		if (node?.anchor !== void 0) this.#anchors.set(node.anchor, data);
		const places = /* @__PURE__ */ new Map();
		if (typeof data === "object" && data !== null) this.#places.set(data, places);
		if ((0, import_dist.isMap)(node)) this.#readPairs(node, data, places);
		if ((0, import_dist.isSeq)(node)) for (const [index, item] of node.items.entries()) {
			places.set(String(index), {
				key: null,
				value: spanOf(item)
			});
			data.push(this.#read(item));
		}
		return data;
	}
	#readPairs(node, map, places) {
		for (const { key, value } of node.items) {
			const name = String(key.value);
			const first = places.get(name)?.key;
			if (first != null) {
				const { line } = this.#source.lines.linePos(first.start);
				const remedy = `Keep one of the two; the first is on line ${line}.`;
				this.#complain(key, `${quoted$2(name)} is written twice`, remedy);
			} else if (name === "__proto__") this.#complain(key, "unknown key `__proto__`", "Remove it, or give it another name.");
			else {
				const span = spanOf(key);
				places.set(name, {
					key: span,
					value: spanOf(value) ?? span
				});
				map[name] = this.#read(value);
			}
		}
	}
};
const spanOf = (node) => node === null ? null : {
	start: node.range[0],
	end: node.range[1]
};

// src/config/zod-issue.ts
/** Keys that a later Benchgate is going to know, so that nobody hunts for a spelling mistake. */
const LATER_KEYS = new Set("slo complexity shards profile history anchor quarantine dashboard retention".split(" "));
/** What zod found, in words. A check of a field has put its own into the issue's parameters. */
function findingsOf(issue, data, above = []) {
	const path = [...above, ...issue.path];
	if (issue.code === "custom") return [{
		path,
		complaint: issue.params
	}];
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({
		path: [...path, key],
		complaint: unknownKey(key, path)
	}));
	if (issue.code === "invalid_union") {
		const branch = meantBranch(issue.errors);
		if (branch !== null) return branch.flatMap((inner) => findingsOf(inner, data, path));
	}
	const holder = valueAt(data, path.slice(0, -1));
	const value = valueAt(data, path);
	if (value !== void 0) return [{
		path,
		complaint: wrongValue(issue, path, value)
	}];
	return typeof holder === "object" && holder !== null && Object.hasOwn(holder, path.at(-1)) ? [] : [{
		path,
		complaint: missingKey(path)
	}];
}
/** Of a union's branches the one whose type was right, so that the mistake lies inside it. */
function meantBranch(branches) {
	const inside = branches.filter((issues) => !issues.some(isWrongType));
	return inside.length === 1 ? inside[0] : null;
}
const isWrongType = (issue) => issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_union" && meantBranch(issue.errors) === null);
function unknownKey(key, path) {
	const about = "key";
	if (LATER_KEYS.has(key)) return {
		message: `${quoted$2(key)} is not supported yet`,
		remedy: "Remove it; a later Benchgate will know it.",
		about
	};
	if (key === "<<") return {
		message: "merge keys (`<<`) are not supported",
		remedy: "Write the fields out.",
		about
	};
	const known = [...keysOf(schemaAt(path)).keys()];
	const meant = didYouMean(key, known);
	const where = path.length === 0 ? "" : ` in ${placeName(path)}`;
	const remedy = meant === null ? `The keys here are ${listed$1(known)}.` : `Did you mean \`${meant}\`?`;
	return {
		message: `unknown key ${quoted$2(key)}${where}`,
		remedy,
		about
	};
}
/** `budgets` for the rules inside it: a list's items go by the list's name. */
const placeName = (path) => quoted$2(String(path.findLast((step) => typeof step === "string") ?? ""));
const isItem = (path) => typeof path.at(-1) === "number";
const itemName = (path) => `${isItem(path) ? "an item of " : ""}${placeName(path)}`;
function missingKey(path) {
	const message = `\`${String(path.at(-1))}\` is missing`;
	return path.length === 1 && path[0] === "version" ? {
		message,
		remedy: `Write \`version: ${1}\` on the first line.`
	} : {
		message,
		remedy: `Add it: ${example(path)}.`
	};
}
/** Lists whose items match several things at once. */
const GLOBS = /* @__PURE__ */ new Set([
	"suites",
	"budgets",
	"accepted",
	"branches"
]);
const TYPE_WORDS = {
	string: "a text",
	object: "a map of keys",
	record: "a map of keys",
	array: "a list",
	boolean: "`true` or `false`"
};
function wrongValue(issue, path, value) {
	const name = itemName(path);
	if (path.length === 1 && path[0] === "version") return wrongVersion(value);
	if (path.length === 1 && path[0] === "command" && typeof value === "string") return COMMAND_AS_TEXT;
	if (value === null) {
		const remedy = `Write ${example(path)}, or remove the ${isItem(path) ? "item" : "key"}.`;
		return {
			message: `${name} has no value`,
			remedy,
			about: "key"
		};
	}
	switch (issue.code) {
		case "invalid_value": {
			if (typeof value !== "string") break;
			const known = issue.values.map(String);
			const meant = didYouMean(value, known);
			const remedy = meant === null ? `It must be one of ${listed$1(known)}.` : `Did you mean \`${meant}\`?`;
			return {
				message: `${name} cannot be ${quoted$2(value)}`,
				remedy
			};
		}
		case "invalid_type": return {
			message: `${name} must be ${TYPE_WORDS[issue.expected] ?? issue.expected}, and this is ${kindOf$1(value)}`,
			remedy: typeRemedy(issue.expected, path, value)
		};
		case "too_big": {
			const remedy = GLOBS.has(path.at(-1)) ? "Cover more with one glob." : `Write at most ${issue.maximum}.`;
			return {
				message: `${name} has more than ${issue.maximum} items`,
				remedy
			};
		}
		case "too_small": return {
			message: `${name} is an empty list`,
			remedy: `Write ${example(path)}, or remove the key.`
		};
	}
	return {
		message: `${name} cannot be ${kindOf$1(value)}`,
		remedy: `Write ${example(path)}.`
	};
}
const COMMAND_AS_TEXT = {
	message: "`command` must be a map of keys, and this is a text",
	remedy: "Put the command line under `run`: `command: { run: \"…\" }`."
};
function typeRemedy(expected, path, value) {
	if (expected === "string" && (typeof value === "number" || typeof value === "boolean")) return `Put it in quotes: "${value}".`;
	if (expected === "array" && typeof value === "string") return `Put it in brackets: [${value.trim().split(/\s+/).map((item) => `"${quoted$2(item).slice(1, -1)}"`).join(", ")}].`;
	return `Write ${example(path)}.`;
}
const wrongVersion = (value) => ({
	message: `${typeof value === "string" ? quoted$2(`"${value}"`) : kindOf$1(value)} is not a version of this format`,
	remedy: `Write \`version: ${1}\`, a number without quotes.`
});
function kindOf$1(value) {
	if (value === null) return "empty";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "object") return "a map of keys";
	if (typeof value === "string") return "a text";
	return typeof value === "number" ? `the number ${value}` : `\`${String(value)}\``;
}
let published;
/** What the published schema says about a place; undefined for places that it does not know. */
function schemaAt(path) {
	let node = published ??= configJsonSchema();
	for (const step of path) {
		const { anyOf = [], additionalProperties: entry } = node;
		if (typeof step === "number") node = [node, ...anyOf].find(({ items }) => items)?.items;
		else node = keysOf(node).get(String(step)) ?? (typeof entry === "object" ? entry : void 0);
		if (node === void 0) break;
	}
	return node;
}
/** The keys that a place may hold; of a union, those of its map. */
function keysOf(node) {
	const map = node?.properties === void 0 ? node?.anyOf?.find(({ properties }) => properties) : node;
	return new Map(Object.entries(map?.properties ?? {}));
}
/** `for example key: value`, from the schema's own examples. */
function example(path) {
	const key = path.at(-1);
	return `for example ${quoted$2(`${typeof key === "string" ? `${key}: ` : ""}${inYaml(exampleAt(path))}`)}`;
}
/** An item's example is the first item of its list's. */
function exampleAt(path) {
	const own = schemaAt(path)?.examples?.[0];
	if (own !== void 0 || path.length === 0) return own;
	const list = isItem(path) ? exampleAt(path.slice(0, -1)) : void 0;
	return Array.isArray(list) ? list[0] : "text";
}
function inYaml(value) {
	if (Array.isArray(value)) return `[${value.map(inYaml).join(", ")}]`;
	if (typeof value === "object" && value !== null) return `{ ${Object.entries(value).map(([key, inner]) => `${key}: ${inYaml(inner)}`).join(", ")} }`;
	return typeof value === "string" && !/^\w[\w %.-]*$/.test(value) ? JSON.stringify(value) : String(value);
}
function valueAt(data, path) {
	let value = data;
	for (const step of path) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return void 0;
		value = value[step];
	}
	return value;
}

// src/config/parse.ts
/** Far above any config; it keeps the time that the worst text takes well below a second. */
const MAX_LENGTH = 64e3;
const MAX_PROBLEMS$1 = 1e3;
/**
* Reads the text of a config file. `file` is the name that problems carry. Gives the config, or every problem
* that the text has, in its order; never throws for anything that the text may hold.
*/
function parseConfig(text, file) {
	const source = new Source(file, text.replace(/^\u{feff}/u, ""));
	if (text.length > MAX_LENGTH) return { problems: [source.problem({
		start: 0,
		end: 0
	}, TOO_LONG)] };
	const document = readYaml(source);
	if (!("data" in document)) return { problems: document.problems.slice(0, MAX_PROBLEMS$1) };
	const hopeless = wrongRoot(document.data) ?? newerVersion(document.data);
	if (hopeless !== null) return { problems: [document.problem(hopeless)] };
	const data = document.data;
	const result = configSchema.safeParse(data);
	const found = [...(result.error?.issues ?? []).slice(0, MAX_PROBLEMS$1).flatMap((issue) => findingsOf(issue, data)), ...checkAcrossFields(data)].map((finding) => document.problem(finding));
	const problems = inOrder([...document.problems, ...found]).slice(0, MAX_PROBLEMS$1);
	if (problems.length > 0 || !result.success) return { problems };
	return { config: configOf$1(result.data, file, document) };
}
const SHORTEN = "Cover more benchmarks with one glob, and remove expired waivers.";
const TOO_LONG = {
	message: `the file has more than ${MAX_LENGTH} characters`,
	remedy: SHORTEN
};
function wrongRoot(data) {
	if (typeof data === "object" && data !== null && !Array.isArray(data)) return null;
	const start = `Start it with \`version: ${1}\``;
	const [message, remedy] = data === null ? ["the file is empty", `${start}, or delete it: without a file the defaults hold.`] : [`the file holds ${Array.isArray(data) ? "a list" : "a single value"} where keys are wanted`, `${start}; a space follows each colon.`];
	return {
		path: [],
		complaint: {
			message,
			remedy
		}
	};
}
/** What a newer format means is unknown here, so that its version is the only thing to say about it. */
function newerVersion(data) {
	const { version } = data;
	if (typeof version !== "number" || !(version > 1)) return null;
	return {
		path: ["version"],
		complaint: {
			message: `version ${version} of this format needs a newer Benchgate`,
			remedy: `This one reads version ${1}. Update Benchgate, in the workflow and in package.json.`
		}
	};
}
/** Sorted, and without the repetitions that a YAML alias brings. */
function inOrder(problems) {
	return [...new Map(problems.map((one) => [`${one.line}:${one.column}:${one.message}`, one])).values()].sort((a, b) => a.line - b.line || a.column - b.column);
}
function configOf$1(written, file, document) {
	const { suites, command, metrics, base, measure, budgets = [], accepted = [], baseline, report } = written;
	return {
		file,
		suites: suites ?? (command === void 0 ? DEFAULT_CONFIG.suites : []),
		commands: command ?? DEFAULT_CONFIG.commands,
		metrics: metrics ?? DEFAULT_CONFIG.metrics,
		base: {
			...DEFAULT_CONFIG.base,
			...base
		},
		measure: measure ?? DEFAULT_CONFIG.measure,
		budgets: withDefaultBudget(budgets.map((rule, index) => ({
			...rule,
			line: document.lineOf(["budgets", index])
		}))),
		accepted: accepted.map((waiver, index) => ({
			...waiver,
			line: document.lineOf(["accepted", index])
		})),
		baseline: baseline ?? DEFAULT_CONFIG.baseline,
		report: {
			...DEFAULT_CONFIG.report,
			...report
		}
	};
}

// src/config/load.ts
const PLACES = [
	".github/benchgate.yml",
	".github/benchgate.yaml",
	"benchgate.yml",
	"benchgate.yaml"
];
/** What is read at most; `parseConfig` is stricter still. */
const MAX_BYTES$2 = 1048576;
/**
* The config file of a project: `explicit` (relative to the root) or the one of the usual places that exists.
* Null when there is none; throws UserError when there are two, or when the explicit one is missing or unfit.
*/
async function findConfig(root, explicit) {
	if (explicit !== void 0) {
		if (!await exists(path.resolve(root, explicit))) throw new UserError("config", `There is no ${explicit} in ${root}.`, "Correct the path given with --config, or leave it out.");
		return read(root, explicit);
	}
	const found = [];
	for (const place of PLACES) if (await exists(path.join(root, place))) found.push(place);
	if (found.length > 1) throw severalFiles(found);
	return found[0] === void 0 ? null : read(root, found[0]);
}
const severalFiles = (found) => new UserError("config", `There are ${found.length} config files: ${found.join(" and ")}.`, `Keep one, for example ${found[0]}.`);
async function exists(file) {
	try {
		await lstat(file);
		return true;
	} catch (error) {
		const { code } = error;
		if (code === "ENOENT" || code === "ENOTDIR") return false;
		throw unreadable(file, error);
	}
}
async function read(root, given) {
	const shown = path.relative(root, path.resolve(root, given)).replaceAll(path.sep, "/");
	const [realRoot, real] = await Promise.all([realpath(root), realpath(path.resolve(root, given))]).catch((error) => {
		throw unreadable(shown, error);
	});
	const inside = path.relative(realRoot, real);
	if (inside === ".." || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside)) throw new UserError("config", `${shown} lies outside the project, or is a link that leads out of it.`, "Move the file into the project.");
	return {
		path: shown,
		text: await readBounded(real, shown)
	};
}
async function readBounded(file, shown) {
	const unfit = (why, remedy) => new UserError("config", `${shown} ${why}.`, remedy);
	try {
		if (!(await stat(file)).isFile()) throw unfit("is not a file", "Put the configuration into a file of that name.");
		const handle = await open(file);
		try {
			const bytes = Buffer.alloc(1048577);
			const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
			if (bytesRead > MAX_BYTES$2) throw unfit(`has more than ${MAX_BYTES$2 / 1024} KiB, the most that Benchgate reads`, SHORTEN);
			return new TextDecoder("utf-8", {
				fatal: true,
				ignoreBOM: true
			}).decode(bytes.subarray(0, bytesRead));
		} finally {
			await handle.close();
		}
	} catch (error) {
		if (error instanceof UserError) throw error;
		if (error instanceof TypeError) throw unfit("is not a text in UTF-8", "Save it as UTF-8.");
		throw unreadable(shown, error);
	}
}
const unreadable = (file, cause) => new UserError("config", `${file} cannot be read: ${cause.message}.`, "Check that it exists and may be read.", { cause });
/**
* The config of a project: its file's, or the defaults. Throws one ConfigError with all problems of the file.
*/
async function loadConfig(root, explicit) {
	const found = await findConfig(root, explicit);
	return found === null ? DEFAULT_CONFIG : configOf(found);
}
/** Where a config file of a project may lie, relative to its root, with `/` on every platform. */
const placesOfConfig = (explicit) => explicit === void 0 ? PLACES : [path.posix.normalize(explicit.replaceAll(path.sep, "/"))];
/**
* The config among files that were read elsewhere, by path; null when none is a config file. Throws like
* `loadConfig` for what a file says.
*/
function configAmong(files, explicit) {
	const found = placesOfConfig(explicit).filter((place) => files.has(place));
	if (found.length > 1) throw severalFiles(found);
	return found[0] === void 0 ? null : configOf({
		path: found[0],
		text: files.get(found[0])
	});
}
function configOf({ path, text }) {
	const result = parseConfig(text, path);
	if ("config" in result) return result.config;
	throw new ConfigError(path, result.problems);
}

// src/compare/error-rise.ts
/** The metric for the fraction of a load test's requests that failed. */
const ERROR_RATE = "error-rate";
/**
* Rise of the error rate (a difference of fractions) above which times no longer measure the same work: one
* request in a thousand.
*/
const ERRORS_APPEAR = .001;
/**
* Why a time or a rate is void; null where it is not. A request that fails at once is fast, so where more
* requests fail than on base, times and throughput describe a different service. `rates` are fractions, one a
* process.
*/
function riseOfErrors({ id, unit }, rates) {
	if (!isTimed(unit) || id === "error-rate" || rates.base.length === 0) return null;
	if (rates.head.length === 0) return { code: "error-rate-unknown" };
	const [base, head] = [quantile(rates.base, .5), quantile(rates.head, .5)];
	if (head - base <= ERRORS_APPEAR) return null;
	return {
		code: "error-rate-rose",
		base,
		head
	};
}

// src/compare/extract.ts
/**
* Zero has no logarithm. Values below this are treated as this: a billionth of a byte, of an allocation, or
* of the requests.
*/
const SMALLEST = 1e-9;
/** Log cost of a value, zero included: see Block. */
function costOf(better, value) {
	const log = Math.log(Math.max(value, SMALLEST));
	return better === "lower" ? log : -log;
}
/** The blocks, in log costs, in which every process has a usable value of the metric. */
function costBlocks(metric, measured) {
	const blocks = [];
	for (const block of measured) {
		const base = costs(metric, block.base);
		const head = costs(metric, block.head);
		if (base && head && base.length > 0 && head.length > 0) blocks.push({
			base,
			head
		});
	}
	return blocks;
}
function costs(metric, side) {
	const found = [];
	for (const stats of side) {
		if (!isUsable(metric, stats)) return null;
		found.push(costOf(metric.better, metricValue(metric.id, stats)));
	}
	return found;
}
/** True when a process has a value of the metric that can be compared. */
function isUsable({ id, unit }, stats) {
	const value = metricValue(id, stats);
	return value !== null && Number.isFinite(value) && (value > 0 || value === 0 && unitOf$1(unit).canBeZero);
}
/** A metric's values, in its unit, of the processes that have one. */
const valuesIn = (metric, processes) => processes.map((stats) => metricValue(metric, stats)).filter((value) => value !== null);

// src/compare/exact.ts
/** Tolerance for logs of equal ratios, which differ in their last digits. */
const ROUNDING$1 = 1e-9;
/**
* Compares a deterministic metric. Where all processes of a side agree, the difference is a fact, not an
* estimate, and one block is enough. Where they disagree after all, `low` and `high` are the least and the
* greatest difference between any two processes of the two sides: a change counts when the medians differ by
* the warn level and no two processes differ in the opposite direction. Results are differences in log cost,
* positive is worse; null without a block.
*/
function compareExactly({ levels, limited, metric }, measured) {
	const blocks = costBlocks(metric, measured);
	if (blocks.length === 0) return null;
	const base = blocks.flatMap((block) => block.base);
	const head = blocks.flatMap((block) => block.head);
	const estimate = quantile(head, .5) - quantile(base, .5);
	const low = Math.min(...head) - Math.max(...base);
	const high = Math.max(...head) - Math.min(...base);
	return {
		decision: limited ? decideRange({
			estimate,
			low,
			high
		}, levels.warn) : null,
		estimate,
		low,
		high,
		pairs: head.length
	};
}
function decideRange({ estimate, low, high }, warnLog) {
	if (estimate >= warnLog - ROUNDING$1) return low > 0 ? "regression" : "inconclusive";
	if (estimate <= -warnLog + ROUNDING$1 && high < 0) return "improvement";
	return low > 0 ? "slower-small" : "unchanged";
}
/**
* The decision on a difference in log cost (positive is worse) between two deterministic values. `warnLog` >
* 0.
*/
const decideExactly = (estimate, warnLog) => decideRange({
	estimate,
	low: estimate,
	high: estimate
}, warnLog);

// src/stats/order-statistic.ts
/**
* Distribution-free interval for the median of the values' distribution, in their unit: the k-th smallest and
* k-th largest of n values with the largest k for which 2 P(Bin(n, 1/2) < k) <= 1 - level. Null when even the
* extremes do not reach the level (n < 6 at .95). Covers at least `level`, exactly by the binomial.
*
* Source: W. R. Thompson, "On Confidence Ranges for the Median", Annals of Mathematical Statistics 7 (1936),
* 122-128.
*/
function medianInterval(values, level = .95) {
	const n = values.length;
	const sideLevel = (1 - level) / 2;
	let term = .5 ** n;
	let below = term;
	let k = 0;
	while (below <= sideLevel * (1 + 1e-12)) {
		k++;
		term *= (n - k + 1) / k;
		below += term;
	}
	if (k === 0) return null;
	const ascending = [...values].sort((a, b) => a - b);
	return {
		low: ascending[k - 1],
		high: ascending[n - k]
	};
}

// src/compare/own-value.ts
const sideOf$1 = (blocks, side) => blocks.flatMap((block) => block[side]);
/**
* A metric's values in its unit, one a process. Empty when any process lacks one, because the processes that
* lack a value are the slow ones.
*/
function valuesOfAll(metric, side) {
	const values = valuesIn(metric, side);
	return values.length === side.length ? values : [];
}
const medianOf = (values) => values.length === 0 ? null : quantile(values, .5);
/**
* Medians over the processes of a side: of the metric in its unit, and of the median time in ns, which is
* shown beside it.
*/
const middleOf = ({ id }, side) => ({
	value: medianOf(valuesOfAll(id, side)),
	p50: medianOf(valuesOfAll("time.p50", side))
});
const rangeOf = (values) => values.length === 0 ? null : {
	low: Math.min(...values),
	high: Math.max(...values)
};
/**
* Distribution-free 95 % interval of a side's own value, in the metric's unit; null below six processes. For
* a deterministic metric, the range of all values.
*/
function ownInterval(metric, side) {
	const values = valuesOfAll(metric.id, side);
	return metric.exact ? rangeOf(values) : medianInterval(values);
}
/** Why no block of processes was completed. */
const unmeasured = (timeUp) => ({ code: timeUp ? "no-room-for-a-block" : "no-block" });
/**
* Head's own value in the metric's unit, for limits that need no base. `why` says why base is missing; null
* where no base is expected.
*/
function describeAlone(metric, { first, fresh }, { ofFiles, timeUp }, why) {
	const all = sideOf$1([...first, ...fresh], "head");
	const middle = middleOf(metric, metric.exact ? all : sideOf$1(first, "head"));
	const values = valuesIn(metric.id, all);
	const head = ofFiles && middle.value === null ? {
		...middle,
		value: medianOf(values)
	} : middle;
	const lack = head.value === null ? [whyNoValue(metric, all.length === 0, {
		ofFiles,
		timeUp
	})] : [];
	const findings = [...why === null ? [] : [{
		code: "nothing-to-compare-with",
		why
	}], ...lack];
	return {
		...nothingCompared(metric),
		head,
		headInterval: ownInterval(metric, fresh.length > 0 ? sideOf$1(fresh, "head") : metric.exact ? all : sideOf$1(first, "head")) ?? (ofFiles ? rangeOf(values) : null),
		obstacle: findings.length === 0 ? null : {
			findings,
			severity: "warn"
		}
	};
}
/** Why head has no value of a metric. */
function whyNoValue({ id: metric }, isUnmeasured, { ofFiles, timeUp }) {
	if (ofFiles) return {
		code: "not-in-files",
		metric
	};
	if (isUnmeasured) return unmeasured(timeUp);
	const needed = callsNeeded(metric);
	return needed > 0 ? {
		code: "no-time-for-calls",
		metric,
		needed
	} : {
		code: "metric-not-reported-on-head",
		metric
	};
}

// src/compare/stored.ts
/**
* Standard deviation of a log value between jobs, assumed where too few stored runs show it. Hosted runners
* differ by 3.8 to 14.4 % (git-perf's study of variance), those with one model of processor by less.
*/
const UNKNOWN_SPREAD = .1;
/** Stored runs from which on they show how much runs differ. */
const MIN_RUNS = 8;
const Z_95 = 1.96;
/** Turns the median absolute deviation of normal data into their standard deviation. */
const MAD_TO_SIGMA = 1.4826;
/**
* Compares head's value with that of a run in another job; estimate and interval are log costs, positive is
* worse. The interval is that of two jobs, however many processes there were. Another job's conditions are
* not controlled, so the comparison can warn but never fail.
*/
function compareStored({ levels, metric }, baseline, measured, head) {
	const alone = describeAlone(metric, measured, head, null);
	const { metric: known, obstacle } = baseline;
	if (obstacle !== null) return {
		...alone,
		obstacle: alone.obstacle ?? obstacle
	};
	if (alone.obstacle !== null) return alone;
	invariant(known !== null && known.values.length > 0, "a stored run without a value is compared with");
	const from = quantile(known.values, .5);
	const base = {
		value: from,
		p50: null
	};
	const processes = sideOf$1(measured.first, "head");
	const values = valuesIn(metric.id, processes);
	if (known.better !== metric.better) {
		const turned = {
			code: "direction-turned",
			stored: known.better,
			now: metric.better
		};
		return {
			...alone,
			base,
			obstacle: {
				findings: [turned],
				severity: "warn"
			}
		};
	}
	const voidBy = riseOfErrors(metric, {
		base: baseline.errorRates,
		head: valuesIn(ERROR_RATE, processes)
	});
	const compared = {
		...alone,
		base,
		voidBy,
		obstacle: null
	};
	if (voidBy !== null) return compared;
	const to = quantile(values, .5);
	if (from === 0 || to === 0) return {
		...compared,
		...compareWithZero(metric, {
			from,
			to
		})
	};
	if (metric.exact) {
		const estimate = costOf(metric.better, to) - costOf(metric.better, from);
		return {
			...compared,
			decision: decideExactly(estimate, levels.warn),
			estimate,
			low: estimate,
			high: estimate
		};
	}
	const estimate = costOf(metric.better, middle(values)) - costOf(metric.better, middle(known.values));
	const reach = Z_95 * Math.SQRT2 * spreadOf$1(baseline.earlier);
	const [low, high] = [estimate - reach, estimate + reach];
	return {
		...compared,
		decision: decideInterval(low, high, levels),
		estimate,
		low,
		high
	};
}
/** The median, in the metric's unit, of the values above zero, which alone have a logarithm. */
const middle = (values) => quantile(values.filter((value) => value > 0), .5);
function decideInterval(low, high, levels) {
	if (low > levels.warn) return "regression";
	if (high < 0) return "improvement";
	return high < levels.fail ? "unchanged" : "inconclusive";
}
/** There is no ratio to zero, but for deterministic values it is still certain which one is worse. */
function compareWithZero({ better, exact }, { from, to }) {
	if (from === to) return {
		decision: "unchanged",
		estimate: 0
	};
	const isWorse = better === "lower" ? to > from : to < from;
	const zero = { code: "zero-value" };
	const estimate = from === 0 ? null : better === "lower" ? -Infinity : Infinity;
	return exact ? {
		decision: isWorse ? "regression" : "improvement",
		estimate,
		doubts: [zero]
	} : {
		obstacle: {
			findings: [zero],
			severity: "warn"
		},
		estimate
	};
}
function spreadOf$1(earlier) {
	if (earlier.length < MIN_RUNS) return UNKNOWN_SPREAD;
	const steps = earlier.slice(1).map((value, i) => Math.abs(Math.log(value / earlier[i])));
	return Math.max(MAD_TO_SIGMA * quantile(steps, .5) / Math.SQRT2, .005);
}

// src/config/budget-changes.ts
const LIMITS$1 = {
	"max-regression": {
		field: "maxRegression",
		bigIsLenient: true,
		relative: true
	},
	max: {
		field: "max",
		bigIsLenient: true,
		relative: false
	},
	min: {
		field: "min",
		bigIsLenient: false,
		relative: false
	}
};
const CAPS = [
	"fail",
	"warn",
	"off"
];
/**
* What a change does to the budgets of these benchmarks: one entry for each difference, with the number of
* benchmarks that it concerns; a promise of more speed is no budget of others. What gets more lenient in one
* level and stricter in the other counts as loosened. Loosened ones come first.
*/
function budgetChanges(before, after, benchmarks) {
	const found = /* @__PURE__ */ new Map();
	for (const { id, metrics, primary } of benchmarks) {
		const [from, to] = [budgetsOf(before, id), budgetsOf(after, id)];
		for (const metric of metrics) {
			const [old, proposed] = [from.of(metric.id, primary), to.of(metric.id, primary)];
			for (const change of differences(old, proposed, metric)) {
				const key = JSON.stringify(change);
				const known = found.get(key);
				if (known) known.benchmarks++;
				else found.set(key, {
					...change,
					benchmarks: 1,
					example: id
				});
			}
		}
	}
	return [...found.values()].sort((a, b) => Number(a.direction === "tightened") - Number(b.direction === "tightened"));
}
function differences(from, to, metric) {
	const changes = [];
	for (const limit of Object.keys(LIMITS$1)) {
		const { field } = LIMITS$1[limit];
		const direction = directionOf$1(limit, from[field], to[field], metric);
		const [before, after] = [words(limit, from[field], metric), words(limit, to[field], metric)];
		if (direction !== null) changes.push({
			direction,
			metric: metric.id,
			limit,
			from: before,
			to: after
		});
	}
	if (Object.values(LIMITS$1).some(({ field }) => from[field] !== null || to[field] !== null) && from.severity !== to.severity) {
		const direction = CAPS.indexOf(to.severity) > CAPS.indexOf(from.severity) ? "loosened" : "tightened";
		changes.push({
			direction,
			metric: metric.id,
			limit: "severity",
			from: from.severity,
			to: to.severity
		});
	}
	return changes;
}
function directionOf$1(limit, from, to, metric) {
	if (from !== null && to !== null && unitOf(from, metric) !== unitOf(to, metric)) return "loosened";
	const sign = LIMITS$1[limit].bigIsLenient ? 1 : -1;
	const leniency = (level) => level == null ? Infinity : sign * level;
	const steps = ["warn", "fail"].map((level) => [leniency(from?.[level]), leniency(to?.[level])]);
	if (steps.some(([before, after]) => after > before)) return "loosened";
	return steps.some(([before, after]) => after < before) ? "tightened" : null;
}
/** A bare number is in whatever unit the metric has. */
const unitOf = (levels, metric) => levels.unit ?? metric.unit;
function words(limit, levels, metric) {
	if (levels === null) return "none";
	const unit = LIMITS$1[limit].relative ? "fraction" : unitOf(levels, metric);
	const one = (value) => limitText(value, unit);
	const { warn, fail } = levels;
	if (fail !== null && (warn === null || limit === "max-regression" && warn === fail / 2)) return one(fail);
	return [warn === null ? "" : `warn ${one(warn)}`, fail === null ? "" : `fail ${one(fail)}`].filter(Boolean).join(", ");
}

// src/config/naming.ts
/**
* The rule that makes the absence of a benchmark a finding: one that matches it and nothing that head still
* has. A rule by name is that, and so is a glob whose whole family vanished; `**` over the remaining suite is
* not.
*/
const namingRule = (config, id, headIds) => config.budgets.find(({ match, line }) => {
	const matches = compileGlob(match);
	return line !== 0 && matches(id) && !headIds.some(matches);
}) ?? null;

// src/judge/assemble.ts
/** The whole result of a gate: its rows and what is known beside them. */
function assemble(rows, { effort, benchmarks, warnings, ...about }) {
	const count = (matches) => rows.filter(matches).length;
	const verdicts = VERDICTS.map((verdict) => [verdict, count((row) => row.verdict === verdict)]);
	return {
		schema: 1,
		outcome: outcomeOf(rows),
		...about,
		summary: {
			benchmarks,
			verdicts: Object.fromEntries(verdicts),
			failed: count(({ severity }) => severity === "fail"),
			warned: count(({ severity }) => severity === "warn"),
			pairs: rows.reduce((most, { pairs }) => Math.max(most, pairs), 0),
			...effort
		},
		rows: rows.map((row) => ({
			...row,
			notes: row.notes.map(onOneLine)
		})),
		warnings: warnings.map(onOneLine)
	};
}
/** A process's last output has several lines; a table cell or a list item has room for one. */
function onOneLine(finding) {
	const entries = Object.entries(finding).map(([key, value]) => [key, typeof value === "string" ? value.replace(/:\s*\n\s*/g, ": ").replace(/\s*\n\s*/g, " ⏎ ") : isFinding(value) ? onOneLine(value) : value]);
	return Object.fromEntries(entries);
}
const isFinding = (value) => typeof value === "object" && value !== null && "code" in value;

// src/gate/nothing-measured.ts
/** Benchmarks whose reasons the error gives, and characters of a name and of a reason. */
const REASONS = 10;
const SHOWN$1 = 300;
/**
* Throws a UserError where head was to be measured and has not a single number. Severities that only warn
* would otherwise let it pass. Where a row fails already, no error is needed, since the rows say more.
* `onHead` are head's benchmarks and metrics, each with its values; when it is empty there was nothing to
* measure, such as after removing everything that has a budget.
*/
function refuseNothingMeasured(rows, onHead) {
	if (onHead.length === 0 || onHead.some(({ values }) => values.length > 0)) return;
	if (outcomeOf(rows) === "fail") return;
	const count = new Set(onHead.map(({ benchmark }) => benchmark)).size;
	const who = count === 1 ? "the only benchmark of head has no value" : `none of ${count} benchmarks of head has a value`;
	const reasons = new Map(rows.filter(({ notes }) => notes.length > 0).map(({ benchmark, notes }) => [benchmark, notes.at(-1)]));
	throw new UserError("no-benchmarks", [`nothing was measured: ${who}`, ...[...reasons].slice(0, REASONS).map(([benchmark, note]) => `${benchmark.slice(0, SHOWN$1)}: ${sentenceOf(note).slice(0, SHOWN$1)}`)].join("\n"), "Run the benchmarks by themselves, and look at the log of the job that measured.");
}

// src/model/cost.ts
/**
* Where higher is better, no more than the whole value can be lost, and a loss of everything has no
* logarithm. This fraction stands for it, and for any larger one.
*/
const ALMOST_ALL = .999;
/**
* The log cost (positive) of a worsening by `fraction`: ln(1 + fraction), or its mirror where higher is
* better.
*/
function worseningCost(better, fraction) {
	return better === "lower" ? Math.log1p(fraction) : -Math.log1p(-Math.min(fraction, ALMOST_ALL));
}
/**
* The log cost (negative) of an improvement by `fraction`: 10 % faster is .9 of the time, or 1.1 of the
* throughput.
*/
function improvementCost(better, fraction) {
	return better === "lower" ? Math.log1p(-fraction) : -Math.log1p(fraction);
}
/** The effect head / base - 1 that a difference in log cost stands for, in the metric's own direction. */
function costToEffect(better, cost) {
	return Math.expm1(better === "lower" ? cost : -cost);
}
/**
* The worsening, as a positive fraction of the metric's own value, that a difference in log cost stands for.
*/
function costToWorsening(better, cost) {
	return better === "lower" ? Math.expm1(cost) : -Math.expm1(-cost);
}

// src/judge/row.ts
/**
* The reported row of one benchmark and metric, whose log costs become effects: head / base - 1. `configFile`
* is the file that holds its waiver.
*/
function rowOf(gated, comparison, judgement, configFile) {
	const { budget, metric, places } = gated;
	const { limit, verdict, waiver } = judgement;
	const hasRatio = comparison.base.value !== 0;
	const effect = (cost) => cost === null || cost !== 0 && !hasRatio ? null : Math.min(costToEffect(metric.better, cost), Number.MAX_VALUE);
	const [a, b] = [effect(comparison.low), effect(comparison.high)];
	return {
		benchmark: gated.benchmark,
		suite: gated.suite,
		metric: metric.id,
		unit: metric.unit,
		better: metric.better,
		exact: comparison.exact,
		verdict,
		severity: judgement.severity,
		effect: effect(comparison.estimate),
		interval: a === null || b === null || !hasRatio && comparison.pairs > 0 ? null : {
			low: Math.min(a, b),
			high: Math.max(a, b),
			level: .95
		},
		p: comparison.p,
		pairs: comparison.pairs,
		sigma: comparison.sigma,
		grade: comparison.grade,
		mde: comparison.mde,
		pairsNeeded: verdict === "inconclusive" ? comparison.pairsNeeded : null,
		base: comparison.base,
		head: comparison.head,
		budget: budget && (limit === null ? budget : {
			...budget,
			where: places[limit] ?? null
		}),
		confirmed: comparison.confirmed,
		edited: gated.edited,
		location: gated.location,
		notes: judgement.findings,
		waiver: waiver && {
			upTo: waiver.upTo,
			reason: waiver.reason,
			until: waiver.until,
			where: `${configFile ?? "config"}:${waiver.line}`,
			added: waiver.added === true
		},
		history: []
	};
}

// src/judge/limits.ts
/**
* Where an interval lies against an upper limit with two levels, both in one scale. It is undecided while it
* straddles the level that matters.
*/
function against(interval, limit) {
	if (interval === null) return "undecided";
	if (limit.fail !== null && interval.low > limit.fail) return "beyond-fail";
	const straddlesFail = limit.fail !== null && interval.high > limit.fail;
	if (limit.warn !== null && interval.low > limit.warn) return straddlesFail ? "undecided" : "beyond-warn";
	if (limit.warn !== null && interval.high > limit.warn) return "undecided";
	return straddlesFail ? "undecided" : "within";
}
const negate = (value) => value === null ? null : -value;
/** A lower limit is an upper limit on the negated value. */
const mirror = (levels) => ({
	warn: negate(levels.warn),
	fail: negate(levels.fail)
});
/** `max` and `min`, in the metric's unit, against the interval of head's own value. */
function absoluteState(limits, headInterval) {
	const states = [];
	if (limits.max) states.push(against(headInterval, limits.max));
	if (limits.min) {
		const flipped = headInterval && {
			low: -headInterval.high,
			high: -headInterval.low
		};
		states.push(against(flipped, mirror(limits.min)));
	}
	return worst(states);
}
/**
* `min-improvement`, a fraction, against the interval of the log cost. Beyond means that the promised
* improvement is proven absent.
*/
function promiseState(limits, { better }, comparison) {
	if (!limits.minImprovement) return "within";
	const { low, high } = comparison;
	const interval = low === null || high === null ? null : {
		low,
		high
	};
	const { warn, fail } = limits.minImprovement;
	return against(interval, {
		warn: warn === null ? null : improvementCost(better, warn),
		fail: fail === null ? null : improvementCost(better, fail)
	});
}
const ORDER = [
	"within",
	"undecided",
	"beyond-warn",
	"beyond-fail"
];
function worst(states) {
	return states.reduce((a, b) => ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a, "within");
}

// src/judge/verdict.ts
/**
* The verdict on one benchmark and metric, from its comparison and its budget: the only place where a verdict
* is made. Where several limits hold for one row, the gravest judgement becomes the row's.
*/
function judge(input) {
	const { absence, baseline, comparison, gated } = input;
	if (absence !== null) return withDoubts(input, judgeAbsence(absence, gated.limits));
	if (comparison.voidBy !== null && baseline.kind === "paired") return ruling(gated.limits, "failed", "fail", [comparison.voidBy]);
	return withDoubts(input, [
		judgeChange(input),
		judgeOwnValue(input),
		judgePromise(input)
	].filter((one) => one !== null).reduce((most, one) => gravity(one) > gravity(most) ? one : most));
}
const SEVERITIES = [
	"pass",
	"warn",
	"fail"
];
/** Of judgements with one severity, the one with the largest weight prevails: it matters most to a reader. */
const WEIGHTS = {
	failed: 0,
	missing: 0,
	removed: 0,
	new: 0,
	insufficient: 0,
	unchanged: 1,
	improvement: 2,
	inconclusive: 3,
	"slower-small": 4,
	accepted: 5,
	regression: 6,
	"over-budget": 7
};
const gravity = (j) => SEVERITIES.indexOf(j.severity) * 100 + WEIGHTS[j.verdict];
/** The severity, limited by what the budget's `severity` allows. */
function atMost$1({ cap }, severity) {
	if (cap === "off") return "pass";
	return cap === "warn" && severity === "fail" ? "warn" : severity;
}
const ruling = (limits, verdict, severity, findings = [], limit = null) => ({
	verdict,
	severity: atMost$1(limits, severity),
	findings,
	waiver: null,
	limit
});
/**
* Log costs (positive) of the warn and fail levels of a relative budget. A missing warn level is half of the
* fail level, a missing fail level twice the warn level.
*/
function relativeLevels({ better }, limits) {
	const { warn: warnAt, fail: failAt } = limits.maxRegression ?? {
		warn: null,
		fail: null
	};
	const fail = failAt ?? (warnAt ? 2 * warnAt : DEFAULT_MAX_REGRESSION);
	return {
		warn: worseningCost(better, warnAt ?? fail / 2),
		fail: worseningCost(better, fail)
	};
}
/**
* Tolerance for log costs of equal ratios, which differ in their last digits: a value exactly at the
* limit has reached it.
*/
const ROUNDING = 1e-9;
/** Fail level of a comparison without a budget, a fraction. */
const DEFAULT_MAX_REGRESSION = .05;
function judgeAbsence(absence, limits) {
	if (absence.kind === "failed") return ruling(limits, "failed", absence.onBaseToo ? "warn" : "fail", absence.findings);
	const { named, dropped, isSuspect } = absence;
	if (named && !dropped) return ruling(limits, "missing", "fail", absence.findings);
	const findings = [...absence.findings, ...named ? [{ code: "removed-with-budget" }] : []];
	if (!isSuspect) return ruling(limits, "removed", named ? "warn" : "pass", findings);
	return ruling(limits, "removed", "warn", [...findings, { code: "nothing-shared" }]);
}
function judgeChange({ gated, baseline, comparison, today }) {
	const { limits, metric, waiver } = gated;
	const { decision, obstacle, voidBy } = comparison;
	if (voidBy !== null) return ruling(limits, "failed", "warn", [voidBy]);
	if (obstacle !== null) return ruling(limits, "insufficient", obstacle.severity, obstacle.findings);
	switch (baseline.kind) {
		case "none": return ruling(limits, "new", "pass");
		case "paired": return decision === null ? describeChange(comparison, limits) : judgePaired({
			limits,
			metric,
			comparison,
			waiver,
			today
		}, decision);
		default:
			invariant(decision !== null, "what was compared with another job is undecided");
			return ruling(limits, decision, decision === "regression" ? "warn" : "pass");
	}
}
/**
* A change that no budget limits was not tested. Its verdict says only what its interval (log costs) shows.
*/
function describeChange({ low, high }, limits) {
	return ruling(limits, (low ?? 0) > 0 ? "slower-small" : (high ?? 0) < 0 ? "improvement" : "unchanged", "pass", [{ code: "change-without-budget" }]);
}
function judgePaired({ metric, limits, comparison, waiver, today }, decision) {
	const levels = relativeLevels(metric, limits);
	const estimate = comparison.estimate ?? 0;
	const plain = (verdict, severity, findings = []) => ruling(limits, verdict, severity, findings, "maxRegression");
	if (decision === "inconclusive") {
		const isRefuted = comparison.confirmed === false;
		return plain(decision, estimate >= levels.fail && !isRefuted && !metric.exact ? "warn" : "pass", isRefuted ? [unconfirmed(comparison, metric)] : []);
	}
	if (decision !== "regression") return plain(decision, "pass");
	const found = plain("regression", limits.maxRegression?.fail != null && estimate >= levels.fail - ROUNDING ? "fail" : "warn");
	if (!waiver) return found;
	const { reason, until, upTo } = waiver;
	if (until !== null && today > until) return {
		...found,
		waiver,
		findings: [{
			code: "waiver-ended",
			until,
			reason
		}]
	};
	const worsening = costToWorsening(metric.better, estimate);
	if (worsening > upTo + ROUNDING && comparison.base.value !== 0) return {
		...found,
		waiver,
		findings: [{
			code: "waiver-exceeded",
			upTo,
			measured: worsening,
			reason
		}]
	};
	return {
		...plain("accepted", "pass", [{
			code: "accepted",
			upTo,
			until,
			reason
		}]),
		waiver
	};
}
/**
* Why a detected change was not confirmed. Where the fresh interval excludes the first estimate, the change
* came from the benchmarks that shared the process.
*/
function unconfirmed({ first, low, high }, { better }) {
	const estimate = first?.estimate ?? 0;
	const isRuledOut = estimate < (low ?? -Infinity) || estimate > (high ?? Infinity);
	return {
		code: first?.hadNeighbours && isRuledOut ? "depends-on-neighbours" : "not-recurred",
		size: Math.abs(costToEffect(better, estimate)),
		direction: estimate > 0 ? "worse" : "better"
	};
}
/**
* The limits `max` and `min`, which need no base; null while they hold. Where nothing was compared, a broken
* limit counts but an undecided one does not: there may be too few processes to decide. Result files are the
* exception, because no value can be added to them.
*/
function judgeOwnValue({ gated: { limits }, baseline, comparison, ofFiles }) {
	const { headInterval, head, obstacle } = comparison;
	const mayBeOpen = ofFiles ? head.value !== null : baseline.kind === "paired" && obstacle === null;
	for (const limit of ["max", "min"]) {
		if (limits[limit] === null) continue;
		const found = fromState(absoluteState({
			...limits,
			max: null,
			min: null,
			[limit]: limits[limit]
		}, headInterval), limits, limit, {
			beyond: { code: ofFiles ? "limit-broken-in-files" : "limit-broken" },
			undecided: { code: "limit-undecided" }
		});
		if (found !== null && (found.verdict === "over-budget" || mayBeOpen)) return found;
	}
	return null;
}
function judgePromise({ gated: { metric, limits }, baseline, comparison }) {
	if (!limits.minImprovement || baseline.kind !== "paired" || comparison.obstacle !== null) return null;
	const needed = limits.minImprovement.fail ?? limits.minImprovement.warn ?? 0;
	const state = promiseState(limits, metric, comparison);
	if (state === "within") return ruling(limits, "improvement", "pass", [], "minImprovement");
	return fromState(state, limits, "minImprovement", {
		beyond: {
			code: "promise-broken",
			needed
		},
		undecided: {
			code: "promise-undecided",
			needed
		}
	});
}
function fromState(state, limits, limit, findings) {
	if (state === "within") return null;
	if (state === "undecided") return ruling(limits, "inconclusive", "warn", [findings.undecided], limit);
	return ruling(limits, "over-budget", state === "beyond-fail" ? "fail" : "warn", [findings.beyond], limit);
}
/**
* Adds to a judgement whatever else a reader should know. A benchmark that failed in some processes of head
* alone has not passed.
*/
function withDoubts({ gated, comparison, partial: { base, head } }, { verdict, severity, findings, ...judgement }) {
	const { basis, confirmed, decision, doubts, pairs } = comparison;
	const isOpen = (verdict === "regression" || decision === "improvement") && confirmed === null && pairs > 0 && !gated.metric.exact;
	const partial = verdict === "failed" ? [] : [head, base].filter((one) => one !== null);
	const isWorse = partial.length > 0 && base === null && severity === "pass";
	return {
		...judgement,
		verdict,
		severity: isWorse ? atMost$1(gated.limits, "warn") : severity,
		findings: [
			...findings,
			...basis,
			...isOpen ? [{ code: "not-confirmed" }] : [],
			...partial,
			...doubts
		]
	};
}

// src/history/series.ts
/**
* The newest `limit` commits that have the metric, oldest first. `runs` are newest first. Of several runs of
* one commit the newest value counts, in the place of the oldest run: measuring an old commit again does not
* make it a new one.
*/
function pointsOf(runs, benchmark, metric, { limit }) {
	const newest = /* @__PURE__ */ new Map();
	for (const stored of runs) {
		const { sha } = stored.run.commit;
		const known = newest.get(sha);
		const isMeasured = stored.run.imported === void 0;
		const point = (known === void 0 || isMeasured && known.stored.run.imported !== void 0 ? pointOf(stored, benchmark, metric) : null) ?? known;
		if (point === void 0) continue;
		newest.delete(sha);
		newest.set(sha, point);
	}
	return [...newest.values()].slice(0, limit).reverse();
}
const indexed = /* @__PURE__ */ new WeakMap();
/**
* A run's benchmarks by id. The index is cached, since each benchmark of a suite looks at each run; a run
* never changes once it is read.
*/
function benchmarksOf(run) {
	let index = indexed.get(run);
	if (index === void 0) indexed.set(run, index = new Map(run.benchmarks.map((one) => [one.id, one])));
	return index;
}
function pointOf(stored, benchmark, metric) {
	const owner = benchmarksOf(stored.run).get(benchmark);
	const found = owner?.metrics.find((one) => one.metric === metric);
	if (!owner || !found || found.values.length === 0) return null;
	return {
		stored,
		suite: owner.suite,
		found,
		value: quantile(found.values, .5)
	};
}
/**
* Medians of a metric of one benchmark in its unit, one a commit, oldest first, at most `limit` of the
* newest. `runs` are newest first.
*/
const seriesOf = (...question) => pointsOf(...question).map(({ value }) => value);

// src/model/side.ts
/** The two versions that a gate compares. */
const SIDES = ["base", "head"];

// src/gate/facts.ts
const measuredOf = ({ first, fresh }, { benchmark }) => ({
	first: first.get(benchmark) ?? [],
	fresh: fresh.get(benchmark) ?? []
});
/**
* Every value of head, one a process or result file, in the metric's unit, those of the confirm stage
* included.
*/
function headValues(facts, gated) {
	const { first, fresh } = measuredOf(facts, gated);
	return valuesIn(gated.metric.id, sideOf$1([...first, ...fresh], "head"));
}
/**
* The facts as evidence that can be written to a file: what was measured, without what was concluded from it.
*/
function evidenceOf({ origin, survey, failures, first, fresh }, o) {
	return {
		schema: 2,
		...o,
		survey: {
			...survey,
			failures: survey.failures.map(shortened),
			lateErrors: survey.lateErrors.map(shortened)
		},
		results: origin.kind === "files" ? {
			tools: origin.tools,
			files: origin.head
		} : null,
		baseFailure: origin.kind === "paired" ? null : origin.why.slice(0, MAX_MESSAGE),
		failures: SIDES.flatMap((side) => [...failures[side]].map(([benchmark, failure]) => ({
			side,
			benchmark,
			...shortened(failure)
		}))),
		measured: [.../* @__PURE__ */ new Set([...first.keys(), ...fresh.keys()])].map((benchmark) => ({
			benchmark,
			blocks: first.get(benchmark) ?? [],
			confirming: fresh.get(benchmark) ?? []
		})),
		warnings: o.warnings.map((warning) => warning.slice(0, MAX_MESSAGE))
	};
}
const shortened = (failure) => ({
	...failure,
	message: failure.message.slice(0, MAX_MESSAGE)
});
function factsOf(evidence) {
	const failures = {
		base: /* @__PURE__ */ new Map(),
		head: /* @__PURE__ */ new Map()
	};
	for (const { side, benchmark, ...failure } of evidence.failures) failures[side].set(benchmark, failure);
	const blocksOf = (stage) => new Map(evidence.measured.filter((entry) => entry[stage].length > 0).map((entry) => [entry.benchmark, entry[stage]]));
	return {
		origin: originOf(evidence),
		survey: evidence.survey,
		failures,
		first: blocksOf("blocks"),
		fresh: blocksOf("confirming")
	};
}
/** Where the numbers of evidence come from. All other code asks this and not the fields of the file. */
function originOf({ results, baseFailure }) {
	if (results !== null) return {
		kind: "files",
		why: baseFailure ?? "",
		tools: results.tools,
		base: [],
		head: results.files
	};
	return baseFailure === null ? { kind: "paired" } : {
		kind: "head-alone",
		why: baseFailure
	};
}
/**
* Why no further process can measure a benchmark on a side: its suite fails, or it threw or ended its process
* too often. Null while it can be measured.
*/
function failureOn(facts, { benchmark, suite }, side) {
	const whole = suiteFailure(facts, suite, side);
	if (whole && !(side === "base" && wasCompared(facts, benchmark))) return {
		code: "suite-failed",
		side,
		suite,
		message: whole.message
	};
	const own = facts.failures[side].get(benchmark);
	if (!own) return null;
	const everyTime = own.processes >= 4 && !facts.first.has(benchmark);
	return own.excluded || everyTime ? failureOf(own, side, facts.origin) : null;
}
const suiteFailure = ({ survey }, suite, side) => survey.failures.find((failure) => failure.suite === suite && failure.side === side);
const wasCompared = ({ first }, benchmark) => first.get(benchmark)?.some(({ base, head }) => base.length > 0 && head.length > 0) === true;
/** How often a benchmark failed on a side, and why. */
const failureOf = ({ processes, of, message }, side, { kind }) => ({
	code: "failed",
	side,
	processes,
	of,
	in: kind === "files" ? "result files" : "processes",
	message
});
/**
* Where a benchmark can still be measured: on head alone when it fails on base, nowhere when it fails on
* head.
*/
function measurableOn(facts, subject) {
	if (subject.presence === "base" || failureOn(facts, subject, "head") !== null) return "nowhere";
	if (suiteFailure(facts, subject.suite, "base") && wasCompared(facts, subject.benchmark)) return "nowhere";
	if (subject.presence === "head" || failureOn(facts, subject, "base") !== null) return "head";
	return "both";
}
const measuredBy = (origin) => origin.kind === "files" ? {
	kind: "tools",
	tools: origin.tools,
	files: origin.head
} : { kind: "benchgate" };

// src/gate/baselines.ts
/** Earlier values that a report shows. */
const SHOWN = 20;
/** A benchmark's values in the last runs, oldest first, in the metric's unit. */
const earlierValues = ({ runs }, { benchmark, metric }) => seriesOf(runs, benchmark, metric.id, { limit: SHOWN });
/** Why no stored run can replace a base that could not be measured; null: the nearest one can. */
function whyNotStored(stored, environment) {
	const nearest = stored?.nearest?.run.run;
	if (!nearest) return "no stored run of base or of one of its ancestors is there to compare with";
	if (nearest.environment.cpu === environment.cpu) return null;
	return `the stored run nearest to base was measured on another processor (${nearest.environment.cpu}; here: ${environment.cpu})`;
}
/** What the run in the place of base is to its readers. */
const runKindOf = (_stored) => "stored";
/**
* The nearest stored run, where it replaces base. A check needs a base; a commit can be recorded without one.
*/
const storedBase = ({ origin }, { command, stored }) => origin.kind !== "paired" && command === "check" ? stored?.nearest?.run ?? null : null;
/** What head's values of one benchmark and metric are compared with. */
function baselineOf(facts, gated, benchmark, choice) {
	const run = storedBase(facts, choice);
	if (run !== null) return storedBaseline(facts.origin, gated, run, choice);
	if (facts.origin.kind === "files") return {
		kind: "none",
		why: null
	};
	const failure = failureOn(facts, gated, "base");
	if (gated.presence === "both" && failure === null) return { kind: "paired" };
	return {
		kind: "none",
		why: failure ?? knownToHistory(facts, gated, benchmark, choice) ?? movedFrom(benchmark)
	};
}
function storedBaseline({ kind }, gated, run, choice) {
	const { benchmark, metric } = gated;
	const known = storedMetric$1(run, benchmark, metric.id);
	if (kind === "files" && known === null) return {
		kind: "none",
		why: null
	};
	const { cpu } = run.run.environment;
	const sameCpu = choice.stored.runs.filter((one) => one.run.environment.cpu === cpu);
	const why = kind === "files" ? whyNotFiles(metric, known, choice) : whyNotMeasured(metric, known);
	return {
		kind: runKindOf(choice.stored),
		metric: known,
		errorRates: storedMetric$1(run, benchmark, "error-rate")?.values ?? [],
		earlier: earlierValues({ runs: sameCpu }, gated),
		obstacle: why === null ? null : {
			findings: [why],
			severity: kind === "files" ? "pass" : "warn"
		}
	};
}
const whyNotMeasured = ({ unit }, known) => known !== null && known.values.length > 0 && known.unit === unit ? null : { code: "not-in-stored-run" };
function whyNotFiles({ exact, unit }, known, { stored, environment }) {
	const otherMachine = exact ? null : whyNotStored(stored, environment);
	if (otherMachine !== null) return {
		code: "not-compared",
		obstacle: otherMachine
	};
	if (known.values.length === 0) return { code: "no-stored-value" };
	return known.unit === unit ? null : { code: "stored-unit-differs" };
}
/**
* Why a benchmark or metric that base was measured without is not new, because the nearest stored run has it;
* null: it may be new. A benchmark that moved is known to have been on base.
*/
function knownToHistory({ origin }, { benchmark, metric }, { movedFrom }, { stored }) {
	const run = stored?.nearest?.run;
	if (run === void 0 || origin.kind !== "paired" || movedFrom !== null) return null;
	if (!storedMetric$1(run, benchmark, metric.id)?.values.length) return null;
	return {
		code: "stored-run-has-it",
		sha: run.run.commit.sha
	};
}
function movedFrom({ movedFrom: from, source }) {
	if (from === null) return null;
	return source === "command" ? { code: "moved-command" } : {
		code: "moved-suite",
		from
	};
}
/** A metric of one benchmark in a stored run; null when the run does not have it. */
const storedMetric$1 = ({ run }, benchmark, metric) => benchmarksOf(run).get(benchmark)?.metrics.find((one) => one.metric === metric) ?? null;

// src/model/benchmark.ts
/** The key as text, which is never parsed: `suite › groups/name`, with ` #2` behind the second of a name. */
const keyText = ({ suite, name, occurrence }) => `${suite} › ${name}${occurrence === 1 ? "" : ` #${occurrence}`}`;
/**
* The key of a listed benchmark. Listing refuses a second benchmark of one name, so that each is the first of
* its name.
*/
const keyOf$1 = ({ suite, id }) => ({
	suite,
	name: id,
	occurrence: 1
});

// src/gate/gated-metrics.ts
/**
* Everything that will be judged, fixed before the first measurement: the error rates are promised over this
* list. `foreseen` are metrics that suites may report once they run. Throws a UserError when the list is
* empty, since a gate that measures nothing must not be green, and where a limit is in another unit than its
* metric.
*/
function chooseGated(request, survey, foreseen = []) {
	const { filter } = request;
	const matches = filter === null ? () => true : compileGlob(filter);
	const chosen = survey.benchmarks.filter(({ id }) => matches(id));
	if (chosen.length === 0) refuseFilter(filter);
	const gated = chosen.flatMap((benchmark) => gatedMetricsOf(request, benchmark, foreseen));
	if (gated.length === 0) throw new UserError("no-benchmarks", `none of the ${chosen.length} benchmarks has a budget for what it reports, so there is nothing to check`, "Add a rule to `budgets:` that matches them, such as { match: \"**\", metric: primary, max-regression: 5% }.");
	return gated;
}
/**
* What has to be measured to know what will be judged: suites report metrics of their own only once they run.
*/
const foreseeGated = (request, survey) => chooseGated(request, survey, namedMetrics(request.config));
const namedMetrics = ({ budgets }) => [...new Set(budgets.flatMap(({ metric }) => metric === null || metric === "primary" ? [] : [metric]))];
/** Throws the error for a filter that no benchmark matches. */
function refuseFilter(filter) {
	throw new UserError("usage", `no benchmark matches --filter ${filter}`, "A filter is a glob over groups and name, such as \"parser/**\".");
}
function gatedMetricsOf(request, benchmark, foreseen) {
	const { command, config } = request;
	const { id, suite, base, head } = benchmark;
	const primary = primaryOf(benchmark);
	return limitsOf(request, benchmark, foreseen).map(({ metric, presence, limits, ...budget }) => {
		const limited = command !== "check" || limits.maxRegression !== null;
		const waiver = command === "compare" ? null : waiverFor(config, id, metric.id, primary);
		const edited = base !== null && head !== null && base.hash !== head.hash;
		return {
			...gatedMetric({
				id,
				suite,
				metric,
				presence,
				limits,
				limited
			}),
			...budget,
			waiver,
			edited,
			location: placeOf$1(benchmark)
		};
	});
}
/** A gated metric without anything but its limits. */
function gatedMetric(o) {
	const { id, metric, ...known } = o;
	const key = `${keyText(keyOf$1(o))}\n${metric.id}`;
	const levels = relativeLevels(metric, o.limits);
	const isTested = o.limited && o.presence === "both" && !metric.exact;
	return {
		...known,
		key,
		benchmark: id,
		metric,
		budget: null,
		places: {},
		waiver: null,
		levels,
		hypothesis: isTested ? {
			key,
			warnLog: levels.warn,
			failLog: levels.fail
		} : null,
		edited: false,
		location: null
	};
}
/** bench() is called in a scratch checkout, while people know the file by its path in the project. */
function placeOf$1({ suite, base, head }) {
	const place = head ?? base;
	return place?.line == null ? null : `${suite}:${place.line}`;
}
/** The metric that a budget means by `primary`: the first that a tool reports, and the time in suites. */
const primaryOf = ({ source, metrics }) => source === "suite" ? "time" : metrics[0]?.id ?? "time";
/** Everything that can be judged of a benchmark, with Benchgate's own metrics first. */
function availableOf(benchmark) {
	const { base, head, source, metrics } = benchmark;
	const presence = base && head ? "both" : head ? "head" : "base";
	const own = source === "suite" ? SUITE_METRIC_IDS.map((id) => ({
		metric: suiteMetric(id),
		presence
	})) : [];
	const reported = metrics.flatMap(({ base: onBase, head: onHead, ...metric }) => {
		const [isOnBase, isOnHead] = [base !== null && onBase, head !== null && onHead];
		if (!isOnBase && !isOnHead) return [];
		return [{
			metric,
			presence: isOnBase && isOnHead ? "both" : isOnHead ? "head" : "base"
		}];
	});
	const all = [...own, ...reported];
	return all.length === 0 ? [{
		metric: suiteMetric("time"),
		presence
	}] : all;
}
/** The limits of every gated metric of a benchmark. `compare` applies no budgets. */
function limitsOf(request, benchmark, foreseen) {
	const { command, config } = request;
	const { id, source } = benchmark;
	const primary = primaryOf(benchmark);
	const known = availableOf(benchmark);
	if (command === "compare") {
		const isOwn = source === "suite" ? new Set(SUITE_METRIC_IDS) : null;
		return known.filter(({ metric }) => metric.id === primary || (isOwn === null ? metric.exact : !isOwn.has(metric.id))).map((one) => ({
			...one,
			limits: NO_LIMITS,
			budget: null,
			places: {}
		}));
	}
	const available = source === "suite" ? [...known, ...unseen(foreseen, known)] : known;
	const budgeted = new Set(budgetedMetrics(config, id, available.map(({ metric }) => metric.id), primary));
	const isRecorded = ({ metric }) => command === "record" && (metric.id === primary || !isSuiteMetric(metric.id) || source === "command");
	return available.filter((one) => budgeted.has(one.metric.id) || isRecorded(one)).map((one) => {
		const { metric, presence } = one;
		const resolved = resolveBudget(config, id, metric.id, primary);
		const { maxRegression, minImprovement, severity } = resolved;
		const { max, min } = known.includes(one) ? inUnitOf(metric, resolved, {
			config,
			id
		}) : inAnyUnit(resolved);
		return {
			metric,
			presence,
			limits: {
				maxRegression,
				max,
				min,
				minImprovement,
				cap: command === "record" && severity === "fail" ? "warn" : severity
			},
			...budgetOf(config, resolved)
		};
	});
}
const unseen = (foreseen, available) => foreseen.filter((id) => !available.some(({ metric }) => metric.id === id)).map((id) => ({
	metric: {
		id,
		unit: "",
		better: "lower",
		exact: false
	},
	presence: "both"
}));
/**
* Absolute limits as plain numbers in the metric's unit. Throws a UserError where a limit has another unit
* than its metric.
*/
function inUnitOf({ id: name, unit }, { max, min, lines }, { config, id }) {
	for (const [limit, levels] of [["max", max], ["min", min]]) {
		if (levels?.unit === void 0 || levels.unit === unit) continue;
		throw new UserError("config", `${config.file}:${lines[limit]}: \`${limit}\` of \`${name}\` is written in ${levels.unit}, and ${JSON.stringify(id)} reports it in ${unit || "no unit"}`, `Write the limit in ${unit || "a plain number"}, or let the rule match other benchmarks.`);
	}
	return inAnyUnit({
		max,
		min
	});
}
const inAnyUnit = ({ max, min }) => ({
	max: plain(max),
	min: plain(min)
});
const plain = (levels) => levels && {
	warn: levels.warn,
	fail: levels.fail
};
/**
* A budget as it is reported: with its limits, and with the place of the first of them in the config file.
*/
function budgetOf({ file }, resolved) {
	const { maxRegression, max, min, minImprovement, lines } = resolved;
	const places = {};
	for (const limit of LIMITS) if (lines[limit] !== null) places[limit] = `${file}:${lines[limit]}`;
	const where = LIMITS.map((limit) => places[limit]).find((place) => place !== void 0) ?? null;
	return {
		budget: {
			maxRegression,
			max: plain(max),
			min: plain(min),
			minImprovement,
			where
		},
		places
	};
}
const LIMITS = [
	"maxRegression",
	"max",
	"min",
	"minImprovement"
];

// src/stats/normal.ts
/** Evaluates a polynomial at x (Horner); coefficients from the constant term upwards. */
function polynomial(coefficients, x) {
	let value = 0;
	for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + coefficients[i];
	return value;
}
const CENTRE = [[
	3.3871328727963665,
	133.14166789178438,
	1971.5909503065513,
	13731.69376550946,
	45921.95393154987,
	67265.7709270087,
	33430.57558358813,
	2509.0809287301227
], [
	1,
	42.31333070160091,
	687.1870074920579,
	5394.196021424751,
	21213.794301586597,
	39307.89580009271,
	28729.085735721943,
	5226.495278852854
]];
const TAIL = [[
	1.4234371107496835,
	4.630337846156546,
	5.769497221460691,
	3.6478483247632045,
	1.2704582524523684,
	.2417807251774506,
	.022723844989269184,
	.0007745450142783414
], [
	1,
	2.053191626637759,
	1.6763848301838038,
	.6897673349851,
	.14810397642748008,
	.015198666563616457,
	.0005475938084995345,
	1.0507500716444169e-9
]];
const FAR_TAIL = [[
	6.657904643501103,
	5.463784911164114,
	1.7848265399172913,
	.29656057182850487,
	.026532189526576124,
	.0012426609473880784,
	27115555687434876e-21,
	2.0103343992922881e-7
], [
	1,
	.599832206555888,
	.1369298809227358,
	.014875361290850615,
	.0007868691311456133,
	18463183175100548e-21,
	1.421511758316446e-7,
	20442631033899397e-31
]];
const ratio = ([numerator, denominator], x) => polynomial(numerator, x) / polynomial(denominator, x);
/**
* Quantile of the standard normal distribution for a probability within (0, 1); 0 and 1 give the infinities,
* anything else throws a RangeError. Relative error about 1e-16.
*
* Source: M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied
* Statistics 37 (1988), 477-484.
*/
function normalQuantile(probability) {
	if (!(probability >= 0 && probability <= 1)) throw new RangeError(`a probability lies within [0, 1], got ${probability}`);
	const q = probability - .5;
	if (Math.abs(q) <= .425) return q * ratio(CENTRE, .180625 - q * q);
	const tail = Math.min(probability, 1 - probability);
	if (tail === 0) return q < 0 ? -Infinity : Infinity;
	const r = Math.sqrt(-Math.log(tail));
	const size = r <= 5 ? ratio(TAIL, r - 1.6) : ratio(FAR_TAIL, r - 5);
	return q < 0 ? -size : size;
}
const HART = [[
	220.206867912376,
	221.213596169931,
	112.079291497871,
	33.912866078383,
	6.37396220353165,
	.700383064443688,
	.0352624965998911
], [
	440.413735824752,
	793.826512519948,
	637.333633378831,
	296.564248779674,
	86.7807322029461,
	16.064177579207,
	1.75566716318264,
	.0883883476483184
]];
/**
* Probability that a standard normal variable is at most x (any number, infinities included). Absolute error
* below 1e-14, relative error in the lower tail below 1e-8; the upper tail is to be had as `normalCdf(-x)`.
*
* Source: G. West, "Better approximations to cumulative normal functions", Wilmott (2005), after J. F. Hart,
* "Computer Approximations" (1968), algorithm 5666.
*/
function normalCdf(x) {
	const size = Math.abs(x);
	if (size > 37) return x > 0 ? 1 : 0;
	const density = Math.exp(-size * size / 2);
	const tail = size < 7.07106781186547 ? density * ratio(HART, size) : density / (size + 1 / (size + 2 / (size + 3 / (size + 4 / (size + .65))))) / Math.sqrt(2 * Math.PI);
	return x > 0 ? 1 - tail : tail;
}

// src/stats/subset-sums.ts
/** The counts of a sum with no terms: one way to give 0. */
const EMPTY_SUM = {
	offset: 0,
	counts: Float64Array.of(1),
	symmetric: true
};
/**
* Counts the sums of every choice of `size` of the given integers (any order, repeats allowed), by the
* recurrence over items "without it, or with it" (J. Pagano and D. Tritchler, "On Obtaining Permutation
* Distributions in Polynomial Time", JASA 78 (1983), 435-440). Exact while the number of choices stays below
* 2^53.
*/
function subsetSums(items, size) {
	const sorted = Int32Array.from(items).sort();
	const lowest = sorted[0] ?? 0;
	let least = 0;
	let most = 0;
	for (let i = 0; i < size; i++) {
		least += sorted[i];
		most += sorted[sorted.length - 1 - i];
	}
	const width = most - size * lowest + 1;
	const rows = new Float64Array((size + 1) * width);
	rows[0] = 1;
	const reach = new Int32Array(size + 1);
	for (let taken = 0; taken < sorted.length; taken++) {
		const item = sorted[taken] - lowest;
		for (let r = Math.min(taken + 1, size); r >= 1; r--) {
			const from = (r - 1) * width;
			const to = r * width + item;
			const end = reach[r - 1];
			for (let sum = 0; sum <= end; sum++) rows[to + sum] += rows[from + sum];
			reach[r] = end + item;
		}
	}
	const first = least - size * lowest;
	return {
		offset: least,
		counts: rows.slice(size * width + first, (size + 1) * width),
		symmetric: 2 * size === sorted.length
	};
}
/** Counts the sums of two independent parts (counts of choices multiply). */
function convolve(a, b) {
	const counts = new Float64Array(a.counts.length + b.counts.length - 1);
	const symmetric = a.symmetric && b.symmetric;
	const wanted = symmetric ? counts.length + 1 >> 1 : counts.length;
	const [long, short] = a.counts.length >= b.counts.length ? [a.counts, b.counts] : [b.counts, a.counts];
	for (let j = 0; j < short.length && j < wanted; j++) {
		const ways = short[j];
		if (ways === 0) continue;
		const end = Math.min(long.length, wanted - j);
		for (let i = 0; i < end; i++) counts[i + j] += ways * long[i];
	}
	for (let i = wanted; i < counts.length; i++) counts[i] = counts[counts.length - 1 - i];
	return {
		offset: a.offset + b.offset,
		counts,
		symmetric
	};
}
/**
* Shares of all combined choices of two independent parts whose sum is at least (`upper`) and at most
* (`lower`) the observed one. Spares the last and largest convolution, since only two of its cumulated values
* are wanted.
*/
function tailShares(a, b, observed) {
	const below = new Float64Array(b.counts.length + 1);
	for (let i = 0; i < b.counts.length; i++) below[i + 1] = below[i] + b.counts[i];
	const above = new Float64Array(b.counts.length + 1);
	for (let i = b.counts.length - 1; i >= 0; i--) above[i] = above[i + 1] + b.counts[i];
	let upper = 0;
	let lower = 0;
	let choices = 0;
	for (let i = 0; i < a.counts.length; i++) {
		const ways = a.counts[i];
		if (ways === 0) continue;
		choices += ways;
		const rest = observed - a.offset - i - b.offset;
		upper += ways * above[Math.min(Math.max(rest, 0), b.counts.length)];
		lower += ways * below[Math.min(Math.max(rest + 1, 0), b.counts.length)];
	}
	const all = choices * above[0];
	return {
		upper: upper / all,
		lower: lower / all
	};
}

// src/stats/aligned-rank.ts
const byValue = (a, b) => a - b;
/**
* The smallest p-value that the aligned rank test can give on blocks of these sizes: one over all
* arrangements.
*/
function smallestP(blocks) {
	return blocks.reduce((p, { base, head }) => p / choose(base.length + head.length, head.length), 1);
}
function choose(n, k) {
	let ways = 1;
	for (let i = 1; i <= k; i++) ways = ways * (n - k + i) / i;
	return ways;
}
/**
* The aligned rank test within blocks, made exact by the randomised order of each block: subtract delta from
* head, align each block on its median, rank all residuals jointly, and compare the sum of head ranks with
* its distribution when in every block each choice of head processes is equally likely. Needs no assumption
* on the noise. Throws a RangeError on an empty side or a value that is not finite.
*
* Source: J. L. Hodges and E. L. Lehmann, "Rank Methods for Combination of Independent Experiments in
* Analysis of Variance", Annals of Mathematical Statistics 33 (1962), 482-497.
*/
function alignedRankTest(blocks) {
	if (blocks.length === 0) throw new RangeError("the aligned rank test needs at least one block");
	const spans = [];
	const sorted = [];
	for (const { base, head } of blocks) {
		if (base.length === 0 || head.length === 0) throw new RangeError("a block has an empty side");
		const start = sorted.length;
		sorted.push(...[...base].sort(byValue), ...[...head].sort(byValue));
		spans.push({
			start,
			middle: start + base.length,
			end: sorted.length
		});
	}
	const values = Float64Array.from(sorted);
	if (!values.every(Number.isFinite)) throw new RangeError("a block holds a value that is not finite");
	const residuals = new Float64Array(values.length);
	const order = Int32Array.from(values.keys());
	function ranks(delta) {
		for (const span of spans) align(values, residuals, span, delta);
		sortByResidual(order, residuals);
		return doubledMidranks(order, residuals);
	}
	function tails(ranks) {
		const unit = ranks.every((rank) => rank % 2 === 0) ? 2 : 1;
		const half = spans.length >> 1;
		let first = EMPTY_SUM;
		let second = EMPTY_SUM;
		let observed = 0;
		for (const [i, span] of spans.entries()) {
			const block = ranks.subarray(span.start, span.end);
			const sums = subsetSums(unit === 2 ? block.map((rank) => rank / 2) : block, span.end - span.middle);
			if (i < half) first = convolve(first, sums);
			else second = convolve(second, sums);
			observed += headSum(ranks, span);
		}
		return tailShares(first, second, observed / unit);
	}
	function rejects(ranks, side, level) {
		if (normalTail(ranks, spans, side) > .1 + 2 * level) return false;
		return tails(ranks)[side] <= level * (1 + 1e-12);
	}
	return {
		ranks,
		tails,
		normalTail: (ranks, side) => normalTail(ranks, spans, side),
		rejects
	};
}
/** Writes the residuals of one block: values less delta on head, less the median of the block. */
function align(values, residuals, span, delta) {
	const { start, middle, end } = span;
	const size = end - start;
	const upperMiddle = size >> 1;
	let b = start;
	let h = middle;
	let previous = 0;
	let current = 0;
	for (let i = 0; i <= upperMiddle; i++) {
		previous = current;
		current = h >= end || b < middle && values[b] <= values[h] - delta ? values[b++] : values[h++] - delta;
	}
	const median = size % 2 === 1 ? current : (previous + current) / 2;
	for (let i = start; i < middle; i++) residuals[i] = values[i] - median;
	for (let i = middle; i < end; i++) residuals[i] = values[i] - delta - median;
}
function sortByResidual(order, residuals) {
	for (let i = 1; i < order.length; i++) {
		const item = order[i];
		const value = residuals[item];
		let j = i - 1;
		while (j >= 0 && residuals[order[j]] > value) {
			order[j + 1] = order[j];
			j--;
		}
		order[j + 1] = item;
	}
}
/**
* Twice the midrank: the places i to j (from 1) of a group of equal residuals share (i + j) / 2, doubled i +
* j.
*/
function doubledMidranks(order, residuals) {
	const ranks = new Int32Array(order.length);
	for (let start = 0; start < order.length;) {
		const value = residuals[order[start]];
		let end = start + 1;
		while (end < order.length && residuals[order[end]] === value) end++;
		for (let i = start; i < end; i++) ranks[order[i]] = start + 1 + end;
		start = end;
	}
	return ranks;
}
function headSum(ranks, { middle, end }) {
	let sum = 0;
	for (let i = middle; i < end; i++) sum += ranks[i];
	return sum;
}
/** Normal approximation of one tail, with the exact mean and variance of the permutation distribution. */
function normalTail(ranks, spans, side) {
	let excess = 0;
	let variance = 0;
	for (const span of spans) {
		const { start, middle, end } = span;
		const size = end - start;
		let sum = 0;
		let squares = 0;
		for (let i = start; i < end; i++) {
			sum += ranks[i];
			squares += ranks[i] * ranks[i];
		}
		const heads = end - middle;
		excess += headSum(ranks, span) - heads * sum / size;
		variance += heads * (middle - start) / (size * (size - 1)) * (squares - sum * sum / size);
	}
	if (variance === 0) return 1;
	const z = excess / Math.sqrt(variance);
	return normalCdf(side === "upper" ? -z : z);
}

// src/stats/hodges-lehmann.ts
/**
* Makes the median absolute difference of two normal values estimate their standard deviation: 1 / (sqrt 2
* quantile(3/4)).
*/
const NORMAL_DIFFERENCE = 1.0483;
/** Pitman efficiency of ranks against means for normal values, 3 / pi: n pairs are worth .955 n. */
const RANK_EFFICIENCY = 3 / Math.PI;
/** All head - base differences within blocks, in the values' unit. */
function withinBlockDifferences(blocks) {
	const differences = [];
	for (const { base, head } of blocks) for (const h of head) for (const b of base) differences.push(h - b);
	return differences;
}
/**
* The shift of head against base, in the values' unit: the median of all head - base differences within
* blocks.
*
* Source: J. L. Hodges and E. L. Lehmann, "Estimates of Location Based on Rank Tests", Annals of Mathematical
* Statistics 34 (1963), 598-611; stratified by block.
*/
function shiftEstimate(blocks) {
	return median(withinBlockDifferences(blocks));
}
/**
* Standard deviation of one process's value within its block, in the values' unit: 1.0483 times the median
* absolute difference of two values of the same block, head shifted back by `shift`. Unlike deviations from
* the block's median, differences need no centre, whose fitting biases the scale of so small blocks (by -12
* to -19 %, measured; this: -1 to
* -4 %).
*
* Source: M. I. Shamos, "Geometry and Statistics", in "Algorithms and Complexity" (1976), 251-280; P. J.
* Rousseeuw and C. Croux, "Alternatives to the Median Absolute Deviation", JASA 88 (1993), 1273-1283.
*/
function processSigma(blocks, shift) {
	const differences = [];
	for (const { base, head } of blocks) {
		const values = [...base, ...head.map((value) => value - shift)];
		for (let i = 1; i < values.length; i++) for (let j = 0; j < i; j++) differences.push(Math.abs(values[i] - values[j]));
	}
	return NORMAL_DIFFERENCE * median(differences);
}
/**
* The shifts that the exact aligned rank test does not reject at `sideLevel` a side (.025 for a 95 %
* interval), in the values' unit, to about 1e-10. A level that the blocks cannot reach gives infinite limits.
*
* Source: D. F. Bauer, "Constructing Confidence Sets Using Rank Statistics", JASA 67 (1972), 687-690.
*/
function shiftInterval(blocks, sideLevel) {
	if (smallestP(blocks) > sideLevel * (1 + 1e-12)) return {
		low: -Infinity,
		high: Infinity
	};
	const test = alignedRankTest(blocks);
	const differences = withinBlockDifferences(blocks);
	const estimate = median(differences);
	const limit = (side, extreme) => {
		const beyond = extreme + (side === "upper" ? -1 : 1) * 1e-9 * Math.max(1, Math.abs(extreme));
		return limitBetween(test, side, sideLevel, estimate, beyond);
	};
	const least = differences.reduce((a, b) => Math.min(a, b));
	const most = differences.reduce((a, b) => Math.max(a, b));
	return {
		low: limit("upper", least),
		high: limit("lower", most)
	};
}
/** The shift between one that the test keeps and one that it rejects where its verdict changes. */
function limitBetween(test, side, level, kept, rejected) {
	const tolerance = 1e-10 * Math.max(1, Math.abs(kept));
	const rough = bisect(kept, rejected, Math.abs(rejected - kept) / 512, (shift) => {
		return test.normalTail(test.ranks(shift), side) <= level;
	});
	let inside = {
		shift: kept,
		ranks: test.ranks(kept)
	};
	let outside = {
		shift: rejected,
		ranks: test.ranks(rejected)
	};
	const place = (shift) => {
		const ranks = test.ranks(shift);
		const isRejected = same(ranks, outside.ranks) || !same(ranks, inside.ranks) && test.rejects(ranks, side, level);
		if (isRejected) outside = {
			shift,
			ranks
		};
		else inside = {
			shift,
			ranks
		};
		return isRejected;
	};
	const roughRejected = place(rough);
	const away = roughRejected ? kept : rejected;
	for (let step = (away - rough) / 32, at = rough + step; (at - away) * step < 0; step *= 2, at += step) if (place(at) !== roughRejected) break;
	return bisect(inside.shift, outside.shift, tolerance, place);
}
/**
* Halves the distance between a shift that is not rejected and one that is until it is at most `tolerance`,
* or no number lies between them.
*/
function bisect(kept, rejected, tolerance, rejects) {
	while (Math.abs(rejected - kept) > tolerance) {
		const middle = (kept + rejected) / 2;
		if (middle === kept || middle === rejected) break;
		if (rejects(middle)) rejected = middle;
		else kept = middle;
	}
	return (kept + rejected) / 2;
}
function same(a, b) {
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}

// src/compare/check-blocks.ts
/**
* Throws, naming `key`, when a block has an empty side or a value that is not finite: a bug of whatever built
* it.
*/
function checkBlocks(key, blocks) {
	for (const { base, head } of blocks) {
		invariant(base.length > 0 && head.length > 0, `a block of ${key} has an empty side`);
		invariant([...base, ...head].every(Number.isFinite), `a block of ${key} holds a value that is not finite`);
	}
}

// src/compare/confirm.ts
/**
* Level of the second, independent test. It is not corrected, because it faces only the few hypotheses
* already detected.
*/
const CONFIRM_LEVEL = .05;
/**
* Tests a detected change again on fresh blocks alone (log costs, measured with the two checkouts'
* directories swapped). It stands when they too show a change in that direction, one-sided exact p <= .05, of
* at least the floor. `estimate` is a log cost: positive is worse.
*/
function confirmChange(input) {
	const { detected, fresh, hypothesis } = input;
	checkBlocks(hypothesis.key, fresh);
	const test = alignedRankTest(fresh);
	const tails = test.tails(test.ranks(0));
	const estimate = shiftEstimate(fresh);
	const [p, size] = detected === "regression" ? [tails.upper, estimate] : [tails.lower, -estimate];
	return {
		stands: p <= CONFIRM_LEVEL && size >= hypothesis.warnLog,
		p,
		estimate
	};
}

// src/stats/power.ts
/** Quantile that leaves 10 %: all statements about power here are at 90 %. */
const POWER_90 = normalQuantile(.9);
/**
* Smallest relative slowdown (a fraction, .05 = 5 %) that `pairs` pairs of processes show with 90 % power,
* for a process sigma on the log scale and a one-sided level in (0, 1).
*
* Source: normal approximation of the two-sample test, n = pairs a side, times the efficiency 3/pi of ranks
* (E. L. Lehmann, "Nonparametrics", 1975, section 2.4).
*/
function minimumDetectableEffect(sigma, pairs, level) {
	return Math.expm1((normalQuantile(1 - level) + POWER_90) * sigma * Math.sqrt(2 / (RANK_EFFICIENCY * pairs)));
}
/**
* Pairs (whole, at least 1) that show the log effect `effectLog` > 0 with 90 % power: the same formula solved
* for n.
*/
function pairsToDetect(sigma, effectLog, level) {
	const errors = (normalQuantile(1 - level) + POWER_90) * (sigma / effectLog);
	return Math.max(1, Math.ceil(2 / RANK_EFFICIENCY * errors * errors));
}
/**
* Grade of a benchmark's noise from its process sigma on the log scale: A <= 1 %, B <= 2, C <= 4, D <= 8, E
* above.
*/
function noiseGrade(sigma) {
	if (sigma <= .01) return "A";
	if (sigma <= .02) return "B";
	if (sigma <= .04) return "C";
	return sigma <= .08 ? "D" : "E";
}

// src/stats/benjamini-hochberg.ts
/**
* Which of the hypotheses with these p-values are rejected when at most a share `q` (0 to 1) of the
* rejections may be false on average: those with p at most q k / m for the largest k that has k such
* p-values. Same order as the input.
*
* Source: Y. Benjamini and Y. Hochberg, "Controlling the False Discovery Rate", JRSS B 57 (1995), 289-300.
*/
function benjaminiHochberg(pValues, q) {
	const ascending = [...pValues].sort((a, b) => a - b);
	const m = ascending.length;
	const last = ascending.findLastIndex((p, i) => p <= q * (i + 1) / m);
	const limit = last < 0 ? -Infinity : ascending[last];
	return pValues.map((p) => p <= limit);
}

// src/compare/sequential.ts
/** Arrangements of one block. The reciprocal is the smallest p-value that one block can give. */
const ARRANGEMENTS = 70;
/** False discovery rate over all benchmarks and metrics of one gate. */
const Q = .05;
const LOOKS = [
	{
		blocks: 1,
		weight: 0,
		beta: .0145
	},
	{
		blocks: 2,
		weight: .25,
		beta: .012
	},
	{
		blocks: 3,
		weight: .1,
		beta: .008
	},
	{
		blocks: 4,
		weight: .12,
		beta: .006
	},
	{
		blocks: 5,
		weight: .12,
		beta: .004
	},
	{
		blocks: 6,
		weight: .15,
		beta: .003
	},
	{
		blocks: 8,
		weight: .26,
		beta: .0025
	}
];
const PASS_LEVEL = .05;
/** With fewer blocks no test can reject at this level, whatever the values are. */
const blocksToReject = (level) => Math.ceil(Math.log(1 / level) / Math.log(ARRANGEMENTS) - 1e-9);
/**
* One-sided p up to which a head that looks faster is worth another look. Chosen by simulation (process sigma
* 3 %): .06 measures unchanged code for 8.8 pairs instead of 8.5 and proves 74 % of 5 % improvements; .1
* would cost 9.0 pairs.
*/
const PROMISING = .06;
/**
* The looks of a comparison of at most `maxPairs` (at least 4) pairs, the last one at `maxPairs` rounded down
* to whole blocks. Fewer than 32 pairs take the first rows of the default table, scaled to the same sums.
* More pairs add looks at 48, 64, 96, 128, ... pairs, which share the weight and beta of the default last
* look: each takes half of what is left, so that the looks before it decide as they do in a short comparison.
*/
function planLooks(maxPairs) {
	const maxBlocks = Math.floor(maxPairs / 4);
	invariant(maxBlocks >= 1 && Number.isFinite(maxBlocks), `${maxPairs} pairs do not fill one block`);
	const looks = [];
	for (let i = 0; looks.at(-1)?.blocks !== maxBlocks; i++) looks.push({
		...tableRow(i),
		blocks: Math.min(tableRow(i).blocks, maxBlocks)
	});
	const shared = looks.slice(LOOKS.length - 1);
	for (const [i, look] of shared.entries()) {
		const part = .5 ** Math.min(i + 1, shared.length - 1);
		look.weight *= part;
		look.beta *= part;
	}
	const weightSum = sum(looks.map(({ weight }) => weight));
	const betaSum = sum(looks.map(({ beta }) => beta));
	return looks.map(({ blocks, weight, beta }) => ({
		blocks,
		weight: weightSum === 0 ? 1 : weight / weightSum,
		beta: beta / betaSum * PASS_LEVEL
	}));
}
/** A row of the default table, which continues at 1.5 and 1.33 times the blocks of the row before. */
function tableRow(index) {
	const known = LOOKS[index];
	if (known) return known;
	const beyond = index - LOOKS.length;
	return {
		...LOOKS.at(-1),
		blocks: (beyond % 2 === 0 ? 12 : 16) * 2 ** (beyond >> 1)
	};
}
const sum = (values) => values.reduce((a, b) => a + b, 0);
/**
* Takes one look: tests every undecided hypothesis on its blocks, controls the false discovery rate over all
* of them, and decides what can be decided (rules: `decide`). Returns the progress of every hypothesis; that
* of a decided one is unchanged. A hypothesis without blocks stays undecided with p = 1, even at the final
* look, because there is nothing to judge.
*/
function decideLook(input) {
	const { looks, lookIndex, final, q, hypotheses, blocks } = input;
	const look = looks[lookIndex];
	invariant(look, `look ${lookIndex} is not planned`);
	const weight = spendableWeights(looks, q, hypotheses.length)[lookIndex];
	const progress = /* @__PURE__ */ new Map();
	const results = [];
	for (const hypothesis of hypotheses) {
		const { key } = hypothesis;
		const before = input.progress.get(key) ?? notYetMeasured(key);
		const own = blocks.get(key) ?? [];
		const next = before.decision === null && own.length > 0 ? testAgain(hypothesis, own, before, {
			...look,
			weight
		}) : null;
		progress.set(key, next?.progress ?? before);
		if (next !== null) results.push(next.result);
	}
	const worse = rejected(progress, q, ({ pWorse }) => pWorse);
	const better = rejected(progress, q, ({ pBetter }) => pBetter);
	for (const item of results) {
		const { key } = item.hypothesis;
		const decision = decide$1(item, {
			worse: worse.has(key),
			better: better.has(key),
			final
		});
		if (decision) Object.assign(progress.get(key), {
			decision,
			atBlocks: item.blocks
		});
	}
	return progress;
}
/** Tests one open hypothesis on all its blocks so far. */
function testAgain(hypothesis, blocks, before, { weight, beta }) {
	const { key } = hypothesis;
	checkBlocks(key, blocks);
	const pairs = blocks.reduce((sum, { base, head }) => sum + Math.min(base.length, head.length), 0);
	if (pairs === before.pairs) {
		const { failRuledOut } = before;
		const result = {
			hypothesis,
			estimate: before.estimate,
			failRuledOut,
			looksBetter: false,
			blocks: blocks.length
		};
		return {
			progress: { ...before },
			result
		};
	}
	const test = alignedRankTest(blocks);
	const p = test.tails(test.ranks(0));
	const estimate = shiftEstimate(blocks);
	const failRuledOut = before.failRuledOut || test.rejects(test.ranks(hypothesis.failLog), "lower", beta);
	const looksBetter = estimate <= -hypothesis.warnLog && p.lower <= PROMISING;
	return {
		progress: {
			key,
			pWorse: spent(before.pWorse, p.upper, weight),
			pBetter: spent(before.pBetter, p.lower, weight),
			decision: null,
			atBlocks: null,
			estimate,
			pairs,
			failRuledOut
		},
		result: {
			hypothesis,
			estimate,
			failRuledOut,
			looksBetter,
			blocks: blocks.length
		}
	};
}
/**
* The stop rule for one hypothesis, in this order. Proven worse by at least the floor: regression. A slowdown
* of the fail level ruled out: slower-small if proven worse nevertheless, improvement if proven better by at
* least the floor, otherwise unchanged. Neither: undecided, or inconclusive at the final look.
*/
function decide$1({ hypothesis: { warnLog }, estimate, failRuledOut, looksBetter }, { worse, better, final }) {
	if (worse && estimate >= warnLog) return "regression";
	if (failRuledOut) {
		if (worse) return "slower-small";
		if (better && estimate <= -warnLog) return "improvement";
		if (!looksBetter || final) return "unchanged";
	}
	return final ? "inconclusive" : null;
}
const notYetMeasured = (key) => ({
	key,
	pWorse: 1,
	pBetter: 1,
	decision: null,
	atBlocks: null,
	estimate: null,
	pairs: 0,
	failRuledOut: false
});
/**
* The repeated p-value after one more look. Dividing by weights that sum to 1 keeps it a p-value
* (Bonferroni).
*/
function spent(before, p, weight) {
	return weight > 0 ? Math.min(before, p / weight) : before;
}
/**
* The looks' weights after each look that cannot reject anything has passed its weight to the next. With m
* hypotheses the strictest threshold is q w / m, and b blocks give no p-value below 70^-b. This depends on
* the plan only, so it is fixed before the first measurement.
*/
function spendableWeights(looks, q, hypotheses) {
	let carried = 0;
	return looks.map(({ blocks, weight }, i) => {
		const available = weight + carried;
		carried = q * available / hypotheses < ARRANGEMENTS ** -blocks && i < looks.length - 1 ? available : 0;
		return carried > 0 ? 0 : available;
	});
}
function rejected(progress, q, pValue) {
	const all = [...progress.values()];
	const rejections = benjaminiHochberg(all.map(pValue), q);
	return new Set(all.filter((_, i) => rejections[i]).map(({ key }) => key));
}

// src/compare/describe.ts
/**
* Estimate, interval, noise and power of one hypothesis from all its blocks (at least one). `q` is the false
* discovery rate over `hypotheses`, `lastWeight` the weight of the last planned look, `failLog` > 0 the fail
* level as a log cost.
*/
function describe(blocks, o) {
	invariant(blocks.length > 0, "nothing to describe");
	checkBlocks("a comparison", blocks);
	const estimate = shiftEstimate(blocks);
	const sigma = processSigma(blocks, estimate);
	const pairs = blocks.reduce((sum, { base, head }) => sum + Math.min(base.length, head.length), 0);
	const hardestLevel = o.q * o.lastWeight / o.hypotheses;
	return {
		estimate,
		...shiftInterval(blocks, sideLevel(blocks, o.ending)),
		level: .95,
		sigma,
		grade: noiseGrade(sigma),
		mde: smallestP(blocks) > hardestLevel ? null : minimumDetectableEffect(sigma, pairs, hardestLevel),
		pairsNeeded: Math.max(blocksToReject(hardestLevel), Math.ceil(pairsToDetect(sigma, o.failLog, hardestLevel) / 4)) * 4,
		pairs
	};
}
/**
* Level of each side of the interval. Stopping early favours estimates that happen to be large (or small), so
* that a plain 95 % interval covers only 91 to 94 %; .01 a side restores 94 to 98 % in every simulated kind
* of noise. Confirming blocks are not selected by their estimate, and a plain interval of theirs is right;
* but it is shown only for changes that were detected, and .015 a side makes up for those that were missed,
* whose intervals do not cover them.
*/
const SIDE_LEVELS = {
	planned: .025,
	early: .01,
	confirming: .015
};
/** A single block cannot give less than 1/70 a side, so that level is used rather than no interval. */
const sideLevel = (blocks, ending) => Math.min(.025, Math.max(SIDE_LEVELS[ending], smallestP(blocks)));

// src/compare/paired.ts
/** Samples that a side must hold in all before anything can be decided. */
const MIN_SAMPLES$1 = 40;
/** No work fits into less than half a cycle of a processor at 3 GHz. */
const ONE_CYCLE_NS = .15;
/** A process below this share of CPU time over wall time waited for something other than its own work. */
const BUSY_SHARE = .75;
/**
* Compares head with the base that was measured beside it. Where a detected change was measured again, only
* the fresh blocks count: a change that was detected because it looked large is overestimated, and in fresh
* blocks the benchmark ran alone.
*/
function comparePaired(gated, measured, test) {
	const { metric } = gated;
	const { first, fresh } = measured;
	const all = [...first, ...fresh];
	const voidBy = riseOfErrors(metric, {
		base: valuesIn(ERROR_RATE, sideOf$1(all, "base")),
		head: valuesIn(ERROR_RATE, sideOf$1(all, "head"))
	});
	if (voidBy !== null) return {
		...nothingCompared(metric),
		voidBy
	};
	const confirmation = confirmationOf(gated, measured, test.progress);
	const counted = metric.exact ? all : confirmation === null ? first : fresh;
	const own = {
		...nothingCompared(metric),
		base: middleOf(metric, sideOf$1(counted, "base")),
		head: middleOf(metric, sideOf$1(counted, "head")),
		headInterval: ownInterval(metric, sideOf$1(fresh.length > 0 ? fresh : counted, "head")),
		confirmed: confirmation?.stands ?? null
	};
	const compared = metric.exact ? {
		...own,
		...compareExactly(gated, counted)
	} : {
		...own,
		...tested(gated, measured, {
			counted,
			confirmation,
			own,
			test
		})
	};
	const isCompared = compared.pairs > 0;
	return {
		...compared,
		obstacle: isCompared ? null : whyInsufficient(metric, all, test.timeUp),
		doubts: [...isCompared && compared.base.value === 0 && compared.head.value !== 0 ? [{ code: "zero-base" }] : [], ...doubtsOf(metric, all, compared.head.value)]
	};
}
/**
* What fresh blocks show of a change that the looks detected; null where none was detected, or none was
* measured again.
*/
function confirmationOf({ hypothesis, metric }, { first, fresh }, progress) {
	const detected = progress?.decision;
	if (hypothesis === null || detected !== "regression" && detected !== "improvement") return null;
	const costs = costBlocks(metric, fresh);
	if (costs.length === 0) return null;
	const { stands } = confirmChange({
		detected,
		fresh: costs,
		hypothesis
	});
	return {
		stands,
		estimate: shiftEstimate(costBlocks(metric, first))
	};
}
function tested({ hypothesis, levels, metric }, { first }, o) {
	const { counted, confirmation, own, test } = o;
	const blocks = testableBlocks(metric, counted);
	if (blocks.length === 0) return {};
	const lastLook = test.plan.looks.at(-1);
	const { estimate, low, high, sigma, grade, mde, pairsNeeded, pairs } = describe(blocks, {
		ending: confirmation !== null ? "confirming" : first.length < lastLook.blocks ? "early" : "planned",
		hypotheses: Math.max(1, test.plan.tested),
		q: Q,
		lastWeight: lastLook.weight,
		failLog: levels.fail
	});
	const open = hypothesis === null ? null : "inconclusive";
	const decided = {
		decision: confirmation?.stands === false ? "inconclusive" : test.progress?.decision ?? open,
		p: test.progress?.pWorse ?? null,
		estimate,
		low,
		high,
		pairs: pairs + (confirmation === null ? 0 : 4 * costBlocks(metric, first).length),
		first: confirmation && {
			estimate: confirmation.estimate,
			hadNeighbours: test.hasNeighbours
		}
	};
	if (hasZero(metric, counted)) return decided;
	const shown = valuesApartBy(estimate, blocks, metric);
	return {
		...decided,
		base: {
			...own.base,
			value: shown.base
		},
		head: {
			...own.head,
			value: shown.head
		},
		sigma,
		grade,
		mde,
		pairsNeeded
	};
}
/**
* One value a side, in the metric's unit, whose ratio is exactly the estimate: the middle of both sides'
* costs once head is shifted back. The medians of the sides may differ by something else, and sometimes in
* the other direction, while readers compare the shown values with the effect beside them.
*/
function valuesApartBy(estimate, blocks, { better }) {
	const costs = blocks.flatMap(({ base, head }) => [...base, ...head.map((cost) => cost - estimate)]);
	const middle = quantile(costs, .5);
	const value = (cost) => Math.exp(better === "lower" ? cost : -cost);
	return {
		base: value(middle),
		head: value(middle + estimate)
	};
}
const hasZero = ({ id }, measured) => measured.some(({ base, head }) => [...base, ...head].some((stats) => metricValue(id, stats) === 0));
/**
* Number of batches that Benchgate timed. A value that a benchmark or a tool reports may be based on any
* number of samples.
*/
const samplesOf = (side) => side.reduce((sum, stats) => sum + (timingOf(stats)?.samples ?? 0), 0);
/** False where a side was timed too few times for a metric that is taken from those times. */
function hasSamples(metric, side) {
	if (!isSuiteMetric(metric.id) || !side.some(timingOf)) return true;
	return samplesOf(side) >= MIN_SAMPLES$1;
}
/** The blocks of a metric for the sequential test, in log costs; none while a side holds too few samples. */
function testableBlocks(metric, measured) {
	return SIDES.every((side) => hasSamples(metric, sideOf$1(measured, side))) ? costBlocks(metric, measured) : [];
}
/**
* Why a comparison has no number. A head that is too slow to be timed as often as base must not escape its
* budget that way.
*/
function whyInsufficient(metric, measured, timeUp) {
	const because = (finding, onHeadAlone) => ({
		findings: [finding],
		severity: onHeadAlone ? "fail" : "warn"
	});
	if (measured.length === 0) return because(unmeasured(timeUp), false);
	const processes = {
		base: sideOf$1(measured, "base"),
		head: sideOf$1(measured, "head")
	};
	if (![...processes.base, ...processes.head].some(timingOf) || !isSuiteMetric(metric.id)) {
		const sides = SIDES.filter((side) => processes[side].some((stats) => !isUsable(metric, stats)));
		return because({
			code: "metric-not-reported",
			sides,
			metric: metric.id
		}, String(sides) === "head");
	}
	const needed = callsNeeded(metric.id);
	const calls = (side) => Math.min(...processes[side].map((stats) => timingOf(stats)?.tail?.calls ?? 0));
	const [base, head] = [calls("base"), calls("head")];
	if (Math.min(base, head) < needed) return because({
		code: "too-few-calls",
		metric: metric.id,
		needed,
		base,
		head
	}, base >= needed);
	const enough = (side) => samplesOf(processes[side]) >= MIN_SAMPLES$1;
	return because({
		code: "too-few-samples",
		needed: MIN_SAMPLES$1
	}, enough("base") && !enough("head"));
}
/** What a reader should know about times that may not measure what they seem to. */
function doubtsOf(metric, measured, headValue) {
	if (!isSuiteMetric(metric.id)) return [];
	const timings = measured.flatMap((block) => [...block.base, ...block.head]).flatMap((stats) => timingOf(stats) ?? []);
	if (timings.length === 0) return [];
	const isTooShort = unitKind(metric.unit) === "time" && headValue !== null && headValue < ONE_CYCLE_NS;
	const shares = timings.map(({ cpuShare }) => cpuShare).sort((a, b) => a - b);
	const share = shares[shares.length >> 1];
	return [...isTooShort ? [{ code: "optimised-away" }] : [], ...share < BUSY_SHARE ? [{
		code: "contention",
		share
	}] : []];
}

// src/gate/looks.ts
/**
* Takes one look at all hypotheses together, over the blocks of the rounds before it. `final` decides what is
* still undecided.
*/
function takeLook({ gated, looks }, facts, progress, { lookIndex, final }) {
	const hypotheses = gated.flatMap(({ hypothesis }) => hypothesis ?? []);
	if (hypotheses.length === 0) return progress;
	const rounds = looks[lookIndex].blocks;
	const blocks = new Map(gated.map((one) => {
		const seen = measuredOf(facts, one).first.filter(({ round }) => round < rounds);
		return [one.key, testableBlocks(one.metric, seen)];
	}));
	return decideLook({
		looks,
		lookIndex,
		final,
		q: Q,
		hypotheses,
		blocks,
		progress
	});
}
/**
* Takes every look again, at the same blocks and in the same order. Under the budgets used while measuring,
* this makes the decisions that were made then.
*/
function takeAllLooks(plan, facts) {
	const { looks } = plan;
	const rounds = [...facts.first.values()].reduce((most, blocks) => Math.max(most, (blocks.at(-1)?.round ?? -1) + 1), 0);
	const last = looks.findIndex(({ blocks }) => blocks >= rounds);
	const taken = rounds === 0 ? 0 : last === -1 ? looks.length : last + 1;
	let progress = /* @__PURE__ */ new Map();
	for (let lookIndex = 0; lookIndex < taken; lookIndex++) progress = takeLook(plan, facts, progress, {
		lookIndex,
		final: lookIndex === taken - 1
	});
	return progress;
}
/** What the blocks of one benchmark and metric show so far. */
function pairedComparison(plan, facts, gated, { progress, timeUp }) {
	return comparePaired(gated, measuredOf(facts, gated), {
		plan,
		progress: progress.get(gated.key) ?? null,
		hasNeighbours: hasNeighbours(facts, gated),
		timeUp
	});
}
/**
* Whether the first blocks of a benchmark hold other benchmarks of its suite, which confirming blocks do not.
*/
const hasNeighbours = ({ survey }, { suite }) => !survey.indivisible.includes(suite) && survey.benchmarks.filter((one) => one.suite === suite && one.source === "suite").length > 1;

// src/gate/plan.ts
/**
* What is judged and at which looks: the same for everyone who has the evidence. The longest comparison has
* `maxPairs` pairs.
*/
const planOf = (gated, maxPairs) => ({
	gated,
	tested: gated.filter(({ hypothesis }) => hypothesis !== null).length,
	looks: planLooks(maxPairs)
});

// src/gate/stored-benchmarks.ts
/**
* Result files together with the benchmarks and metrics that only the stored run has, so that the report
* shows what head no longer has.
*/
function withStored(facts, stored) {
	if (facts.origin.kind !== "files" || stored === null) return facts;
	const { survey } = facts;
	const benchmarks = withStoredBenchmarks(withStoredMetrics(survey.benchmarks, stored), stored, "command");
	return {
		...facts,
		survey: {
			...survey,
			benchmarks
		}
	};
}
/** Adds the stored benchmarks that are missing. `source` applies to those whose suite is gone too. */
function withStoredBenchmarks(known, { nearest }, source) {
	const onHead = new Set(known.map(({ id }) => id));
	const sources = new Map(known.map((benchmark) => [benchmark.suite, benchmark.source]));
	const gone = (nearest?.run.run.benchmarks ?? []).filter(({ id }) => !onHead.has(id));
	const base = {
		file: null,
		line: null,
		hash: ""
	};
	return [...known, ...gone.map(({ id, suite, metrics }) => {
		const own = sources.get(suite) ?? source;
		return {
			id,
			suite,
			source: own,
			metrics: metrics.filter(({ metric }) => own === "command" || !isSuiteMetric(metric)).flatMap(goneMetric$1),
			base,
			head: null,
			movedFrom: null
		};
	})];
}
/**
* Adds the stored metrics that are missing, so that budgets still see a metric that is gone, and puts them in
* the stored order: a change must not choose which metric is first and therefore `primary`.
*/
function withStoredMetrics(known, { nearest }) {
	const stored = new Map(nearest?.run.run.benchmarks.map(({ id, metrics }) => [id, metrics]));
	return known.map((benchmark) => {
		const own = stored.get(benchmark.id);
		if (own === void 0) return benchmark;
		const places = new Map(own.map(({ metric }, i) => [metric, i]));
		const placeOf = ({ id }) => places.get(id) ?? own.length;
		const inOrder = benchmark.metrics.toSorted((a, b) => placeOf(a) - placeOf(b));
		const gone = own.filter(({ metric, values }) => values.length > 0 && benchmark.metrics.every(({ id }) => id !== metric));
		if (gone.length === 0) return {
			...benchmark,
			metrics: inOrder
		};
		const metrics = [...inOrder, ...gone.flatMap(goneMetric$1)].slice(0, 64);
		return {
			...benchmark,
			metrics,
			base: benchmark.head
		};
	});
}
/** A metric that only the stored run has. Empty where no benchmark could report its name or unit. */
function goneMetric$1({ metric: id, unit, better }) {
	const { data } = metricSchema.safeParse({
		id,
		unit,
		better,
		exact: false
	});
	return data === void 0 ? [] : [{
		...data,
		base: true,
		head: false
	}];
}

// src/model/finding.ts
/** A finding that holds a sentence of another stage. */
const worded = (text) => ({
	code: "worded",
	text
});

// src/gate/warnings.ts
/** What a reader has to know besides the rows. */
function warningsOf$1(judged) {
	const { evidence, facts, request } = judged;
	const { failures, lateErrors, warnings } = facts.survey;
	return [
		...[...evidence.warnings, ...warnings].map(worded),
		...notCompared(judged),
		...failures.map((failure) => ({
			code: "suite-failure",
			...failure
		})),
		...lateErrors.map((failure) => ({
			code: "late-error",
			...failure
		})),
		...request.command === "check" ? budgetWarnings(judged) : []
	];
}
/** What a reader of results has to know first: green may mean that there was nothing to compare with. */
function notCompared({ facts, evidence, stored, request }) {
	if (facts.origin.kind !== "files" || request.command !== "check") return [];
	const obstacle = whyNotStored(stored, evidence.environment);
	if (obstacle === null) return [];
	return [{
		code: stored?.nearest ? "only-exact-compared" : "results-compared-with-nothing",
		obstacle
	}];
}
function budgetWarnings({ request, facts, plan, today }) {
	const { config, filter } = request;
	const { benchmarks } = facts.survey;
	const ids = benchmarks.map(({ id }) => id);
	const gated = new Set(plan.gated.map(({ benchmark }) => benchmark));
	const others = ids.filter((id) => !gated.has(id)).length;
	const reporting = benchmarks.map((benchmark) => ({
		id: benchmark.id,
		metrics: availableOf(benchmark).map(({ metric }) => metric.id),
		primary: primaryOf(benchmark)
	}));
	const missed = facts.origin.kind === "files" ? "judged" : "measured";
	return [
		...[...unmatchedRules(config, ids), ...unreportedRules(config, reporting)].map(({ message }) => worded(message)),
		...config.accepted.flatMap(({ line, match, until }) => until !== null && today > until ? [{
			code: "waiver-past",
			place: `${config.file}:${line}`,
			match,
			until
		}] : []),
		...others > 0 && filter === null ? [{
			code: "without-budget",
			count: others,
			of: ids.length,
			missed
		}] : []
	];
}

// src/gate/judge.ts
const CORRECT_BASE = "Correct base.setup, or name another base in base.ref.";
/**
* Judges what was measured, here or in another job. The result depends on the evidence, budgets, stored runs
* and the date only. Throws a UserError where base is missing and nothing replaces it, and where head has not
* a single number.
*/
function judgeEvidence(evidence, { config }, { clock, stored, proposed }) {
	const facts = withStored(factsOf(evidence), stored);
	refuseWithoutBase(facts, evidence, stored);
	const { command, filter } = evidence;
	const request = {
		command,
		filter,
		config
	};
	const plan = planOf(chooseGated(request, facts.survey), evidence.maxPairs);
	const judging = {
		request,
		evidence,
		facts,
		plan,
		progress: takeAllLooks(plan, facts),
		stored,
		proposed: proposed ?? null,
		today: clock().toISOString().slice(0, 10),
		...lookUps(facts, evidence)
	};
	const rows = [...plan.gated.map((gated) => judgedRow(judging, gated)), ...silentSuites(judging)];
	if (command !== "record") {
		const onHead = plan.gated.filter(({ presence }) => presence !== "base");
		refuseNothingMeasured(rows, onHead.map((gated) => ({
			benchmark: gated.benchmark,
			values: headValues(facts, gated)
		})));
	}
	return assemble(rows, {
		command,
		seed: evidence.seed,
		base: evidence.base,
		head: evidence.head,
		environment: evidence.environment,
		effort: {
			processes: evidence.processes,
			seconds: evidence.elapsedMs / 1e3,
			secondsInBenchmarks: evidence.msInBenchmarks / 1e3,
			stoppedBy: evidence.stoppedBy
		},
		warnings: warningsOf$1(judging),
		benchmarks: new Set(plan.gated.map(({ benchmark }) => benchmark)).size,
		budgetChanges: proposed === void 0 ? [] : budgetChanges(config, proposed, facts.survey.benchmarks.map(limitedBenchmark)),
		history: stored && {
			branch: stored.branch,
			runs: stored.runs.length,
			nearest: nearestOf(stored)
		},
		measuredBy: measuredBy(facts.origin),
		baseline: comparedWith(judging)
	});
}
/** Throws a UserError for a check whose base could not be prepared, unless a stored run replaces it. */
function refuseWithoutBase({ origin }, evidence, stored) {
	if (origin.kind !== "head-alone" || evidence.command !== "check") return;
	const obstacle = whyNotStored(stored, evidence.environment);
	if (obstacle === null) return;
	throw new UserError("setup", `${origin.why}\nNothing can stand in for it: ${obstacle}.`, CORRECT_BASE);
}
function lookUps({ survey, origin }, { command }) {
	const { benchmarks } = survey;
	const isOn = (side) => benchmarks.some((one) => one[side] !== null);
	return {
		benchmarks: new Map(benchmarks.map((one) => [one.id, one])),
		onHead: benchmarks.filter(({ head }) => head !== null).map(({ id }) => id),
		isNothingShared: command === "check" && origin.kind === "paired" && isOn("base") && isOn("head") && benchmarks.every(({ base, head }) => base === null || head === null)
	};
}
const limitedBenchmark = (benchmark) => ({
	id: benchmark.id,
	metrics: availableOf(benchmark).map(({ metric }) => metric),
	primary: primaryOf(benchmark)
});
function judgedRow(judging, gated) {
	const { request, facts, stored, evidence, today } = judging;
	const absence = absenceOf(judging, gated);
	const baseline = baselineOf(facts, gated, judging.benchmarks.get(gated.benchmark), {
		command: request.command,
		stored,
		environment: evidence.environment
	});
	const comparison = absence === null ? compared(judging, gated, baseline) : nothingCompared(gated.metric);
	const ofFiles = facts.origin.kind === "files";
	const judgement = judge({
		gated,
		baseline,
		comparison,
		absence,
		ofFiles,
		partial: baseline.kind === "paired" || ofFiles ? partialFailures(facts, gated) : {
			base: null,
			head: null
		},
		today
	});
	return {
		...rowOf(gated, comparison, judgement, request.config.file),
		history: stored === null ? [] : earlierValues(stored, gated)
	};
}
function compared({ plan, facts, progress, evidence }, gated, baseline) {
	const timeUp = evidence.stoppedBy === "time-limit";
	const head = {
		ofFiles: facts.origin.kind === "files",
		timeUp
	};
	switch (baseline.kind) {
		case "paired": return pairedComparison(plan, facts, gated, {
			progress,
			timeUp
		});
		case "none": return describeAlone(gated.metric, measuredOf(facts, gated), head, baseline.why);
		case "files": throw new Error("bug in benchgate: evidence holds files of one side");
		default: return compareStored(gated, baseline, measuredOf(facts, gated), head);
	}
}
/** In how many processes or files of each side a benchmark failed, while others have a value of it. */
function partialFailures({ failures, origin }, { benchmark }) {
	const of = (side) => {
		const failure = failures[side].get(benchmark);
		return failure === void 0 ? null : failureOf(failure, side, origin);
	};
	return {
		base: of("base"),
		head: of("head")
	};
}
function absenceOf(judging, gated) {
	const { facts } = judging;
	const failure = failureOn(facts, gated, "head") ?? failedEverywhere(facts, gated);
	if (failure !== null) return {
		kind: "failed",
		findings: [failure],
		onBaseToo: false
	};
	if (gated.presence !== "base") return null;
	const late = facts.survey.lateErrors.find(({ suite, side }) => suite === gated.suite && side === "head");
	if (late !== void 0) {
		const { suite, message } = late;
		return {
			kind: "failed",
			findings: [{
				code: "failed-before-registered",
				suite,
				message
			}],
			onBaseToo: false
		};
	}
	const benchmark = judging.benchmarks.get(gated.benchmark);
	return benchmark.head === null ? goneBenchmark(judging, gated) : goneMetric(judging, gated, benchmark);
}
/** A benchmark that base does not have is not tried again, so one that failed in every process has failed. */
function failedEverywhere({ failures, first, origin }, { benchmark, presence }) {
	const own = failures.head.get(benchmark);
	if (own === void 0 || presence !== "head" || first.has(benchmark) || own.processes < own.of) return null;
	return failureOf(own, "head", origin);
}
/** A benchmark that is gone from head is an ordinary edit, unless a budget names it: absence is no pass. */
function goneBenchmark({ request, proposed, onHead, isNothingShared }, { benchmark }) {
	const { config, command } = request;
	const rule = command === "compare" ? null : namingRule(config, benchmark, onHead);
	const dropped = rule !== null && proposed !== null && namingRule(proposed, benchmark, onHead) === null;
	return {
		kind: "gone",
		findings: rule !== null && !dropped ? [{
			code: "budget-names-it",
			place: `${config.file}:${rule.line}`
		}] : [],
		named: rule !== null,
		dropped,
		isSuspect: isNothingShared
	};
}
/**
* Head still has the benchmark but no longer reports this metric. A budget on a metric that is gone must not
* pass, because nothing could break it any more.
*/
function goneMetric({ request, proposed }, gated, benchmark) {
	const { metric, budget } = gated;
	const named = request.command === "check" && budget !== null;
	const isLimitedBy = (config) => budgetedMetrics(config, benchmark.id, [metric.id], primaryOf(benchmark)).includes(metric.id);
	return {
		kind: "gone",
		findings: named ? [{
			code: "metric-dropped",
			metric: metric.id
		}] : [],
		named,
		dropped: named && proposed !== null && !isLimitedBy(proposed),
		isSuspect: false
	};
}
/**
* A row for each suite of head that fails before it names a benchmark, and of which base has none either.
* Otherwise it would vanish from the report.
*/
function silentSuites({ facts: { survey }, request, today }) {
	const named = new Set(survey.benchmarks.map(({ suite }) => suite));
	return survey.failures.filter(({ suite, side }) => side === "head" && !named.has(suite)).map(({ suite, message }) => {
		const gated = gatedMetric({
			id: suite,
			suite,
			metric: suiteMetric("time"),
			presence: "head",
			limits: NO_LIMITS,
			limited: false
		});
		const comparison = nothingCompared(gated.metric);
		const judgement = judge({
			gated,
			baseline: {
				kind: "none",
				why: null
			},
			comparison,
			absence: {
				kind: "failed",
				findings: [{
					code: "suite-failed",
					side: "head",
					suite,
					message
				}],
				onBaseToo: false
			},
			ofFiles: false,
			partial: {
				base: null,
				head: null
			},
			today
		});
		return rowOf(gated, comparison, judgement, request.config.file);
	});
}
function nearestOf({ nearest }) {
	return nearest && {
		...descriptionOf(nearest.run),
		commitsBefore: nearest.commitsBefore
	};
}
function comparedWith({ facts, request: { command }, stored, evidence }) {
	const { origin } = facts;
	if (origin.kind === "paired") return { kind: "paired" };
	const run = storedBase(facts, {
		command,
		stored,
		environment: evidence.environment
	});
	return run === null ? { kind: "none" } : {
		kind: runKindOf(stored),
		...descriptionOf(run),
		reason: origin.why.split("\n")[0]
	};
}
const descriptionOf = ({ run }) => ({
	sha: run.commit.sha,
	recordedAt: run.run.recordedAt,
	cpu: run.environment.cpu
});

// src/git/variables.ts
/** Variables by which git finds a repository; in a git hook they are set to the user's own one. */
const REPOSITORY_POINTERS = /* @__PURE__ */ new Set([
	"GIT_DIR",
	"GIT_WORK_TREE",
	"GIT_IMPLICIT_WORK_TREE",
	"GIT_COMMON_DIR",
	"GIT_INDEX_FILE",
	"GIT_OBJECT_DIRECTORY",
	"GIT_ALTERNATE_OBJECT_DIRECTORIES",
	"GIT_PREFIX",
	"GIT_INTERNAL_SUPER_PREFIX",
	"GIT_NAMESPACE",
	"GIT_GRAFT_FILE",
	"GIT_SHALLOW_FILE",
	"GIT_REPLACE_REF_BASE",
	"GIT_NO_REPLACE_OBJECTS",
	"GIT_QUARANTINE_PATH",
	"GIT_CONFIG",
	"GIT_CONFIG_PARAMETERS"
]);
/** True for a variable by which git would find another repository than the one of its working directory. */
function pointsGitElsewhere(name) {
	return REPOSITORY_POINTERS.has(name);
}
/** The environment with more settings for git: in no argument and on no disk, as one may be a token. */
function withGitSettings(env, settings) {
	const known = Number(env["GIT_CONFIG_COUNT"] ?? 0);
	const first = Number.isInteger(known) && known > 0 ? known : 0;
	const added = settings.flatMap(([key, value], i) => [[`GIT_CONFIG_KEY_${first + i}`, key], [`GIT_CONFIG_VALUE_${first + i}`, value]]);
	return {
		...env,
		...Object.fromEntries(added),
		GIT_CONFIG_COUNT: String(first + settings.length)
	};
}

// src/checkout/child-environment.ts
/** What `npm run` and `npx` say about the package that started Benchgate, which is neither side. */
const NPM_CALLER = /^(npm_package_|npm_lifecycle_|npm_config_(local_prefix|workspaces?|include_workspace_root)$|npm_command$|INIT_CWD$)/i;
const REGISTRY_SECRETS = /^(NODE_AUTH_TOKEN|NPM_TOKEN|YARN_NPM_AUTH_(TOKEN|IDENT)|YARN_NPM_REGISTRY_AUTH|npm_config_.*(_auth|_?authtoken|_password|username|otp|_certfile|_keyfile))$/i;
/**
* The environments for code of the project. `isOwnVariable` matches variables that belong to the job alone.
*
* This keeps secrets from leaking by accident, into a log or a snapshot. It is no security boundary: a
* process may read its parent's environment from /proc. Only a job without the token protects the token.
*/
function childEnvironments(env, isOwnVariable) {
	const setup = without(env, (name) => isOwnVariable(name) || name.startsWith("BENCHGATE_") || pointsGitElsewhere(name) || NPM_CALLER.test(name));
	return {
		setup,
		measured: without(setup, (name) => REGISTRY_SECRETS.test(name))
	};
}
function without(env, unwanted) {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !unwanted(name)));
}

// src/checkout/scratch.ts
/** Age from which on a scratch directory of another machine, whose processes cannot be seen, is stale. */
const FOREIGN_STALE_MS = 864e5;
/** Scratch directories, and working trees of one repository, that one clean-up looks at. */
const MAX_LOOKED_AT = 1e3;
const HOST = hash("sha256", hostname()).slice(0, 8);
const NAME = /^benchgate-([0-9a-f]{8})-(\d+)-[A-Za-z0-9]{6}$/;
const REMOVE = {
	recursive: true,
	force: true,
	maxRetries: 5,
	retryDelay: 20
};
/** True when `path` is `directory` or below it. Both are absolute and real. */
function isWithin$1(directory, path) {
	const way = relative(directory, path);
	return way === "" || way !== ".." && !way.startsWith(`..${sep}`);
}
/**
* Directories that may hold scratch directories, in order of preference; never the user's checkout. The last
* is Benchgate's own directory in the user's cache, which is created only when it is needed.
*/
async function places({ root, host }, env, makeOwn) {
	const own = join(env["XDG_CACHE_HOME"] || join(env["HOME"] || homedir(), ".cache"), "benchgate");
	const found = [];
	for (const wanted of [
		host.temporary,
		env["TMPDIR"] || tmpdir(),
		own
	]) {
		if (!wanted) continue;
		try {
			if (makeOwn && wanted === own) await mkdir(own, {
				recursive: true,
				mode: 448
			});
			const directory = await realpath(wanted);
			await access(directory, constants$1.W_OK | constants$1.X_OK);
			if (!isWithin$1(root, directory)) found.push({
				directory,
				device: (await stat(directory)).dev
			});
		} catch {}
	}
	return found;
}
/** A new directory for both checkouts, if possible where files of the project can be hard-linked. */
async function createScratch(repository, env) {
	const { root } = repository;
	const device = (await stat(root)).dev;
	const near = (place) => place.device === device;
	let possible = await places(repository, env, false);
	if (!possible.some(near)) possible = await places(repository, env, true);
	const place = possible.find(near) ?? possible[0];
	if (place === void 0) throw new UserError("git", `There is no place for the checkouts outside of ${root}`, "Point TMPDIR to a directory that can be written to and is not part of the checkout.");
	return await mkdtemp(join(place.directory, `benchgate-${HOST}-${process.pid}-`));
}
/** The directories that hold git's records of matching working trees. */
function recordsOf(commonDirectory, belongs) {
	const records = join(commonDirectory, "worktrees");
	let names;
	try {
		names = readdirSync(records).slice(0, MAX_LOOKED_AT);
	} catch {
		return [];
	}
	return names.map((name) => join(records, name)).filter((record) => {
		const worktree = worktreeOf(record);
		return worktree !== null && belongs(worktree);
	});
}
/** Where the working tree of a record is (gitrepository-layout: worktrees/<id>/gitdir). */
function worktreeOf(record) {
	try {
		return dirname(readFileSync(join(record, "gitdir"), "utf8").trimEnd());
	} catch {
		return null;
	}
}
/**
* Makes git forget the working trees of a scratch directory. `git worktree prune` would also forget the
* user's own ones on a disk that happens not to be mounted.
*/
function forgetWorktrees(commonDirectory, scratch) {
	const records = recordsOf(commonDirectory, (worktree) => dirname(worktree) === scratch);
	for (const record of records) rmSync(record, REMOVE);
	try {
		rmdirSync(join(commonDirectory, "worktrees"));
	} catch {}
}
/** Tells git that the working trees at `a` and `b` have been exchanged. */
function exchangeRecords(commonDirectory, a, b) {
	const records = recordsOf(commonDirectory, (worktree) => worktree === a || worktree === b);
	for (const record of records) {
		const other = worktreeOf(record) === a ? b : a;
		writeFileSync(join(record, "gitdir"), `${join(other, ".git")}\n`);
	}
}
/** Removes a scratch directory and git's records of it. Does nothing when both are gone. */
async function removeScratch(commonDirectory, scratch) {
	await rm(scratch, REMOVE);
	forgetWorktrees(commonDirectory, scratch);
}
/** A synchronous removeScratch(), for a signal handler, which cannot wait. */
function removeScratchSync(commonDirectory, scratch) {
	rmSync(scratch, REMOVE);
	forgetWorktrees(commonDirectory, scratch);
}
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code !== "ESRCH";
	}
}
/**
* Whether what a run left behind may be removed. `trace` is what is left of it: its scratch directory, or
* git's record of a working tree in it.
*/
async function isStale(scratch, trace) {
	const name = NAME.exec(basename(scratch));
	const entry = await lstat(trace).catch(() => null);
	if (name === null || entry === null || !entry.isDirectory() || entry.uid !== process.getuid?.()) return false;
	if (name[1] === HOST) return !isAlive(Number(name[2]));
	return Date.now() - entry.mtimeMs > FOREIGN_STALE_MS;
}
/** Removes what killed runs have left: scratch directories, and git's records in this repository. */
async function removeStaleScratches(repository, env) {
	const { commonDirectory } = repository;
	for (const { directory } of await places(repository, env, false)) {
		const names = (await readdir(directory).catch(() => [])).filter((name) => NAME.test(name));
		for (const name of names.slice(0, MAX_LOOKED_AT)) {
			const scratch = join(directory, name);
			if (await isStale(scratch, scratch)) await removeScratch(commonDirectory, scratch).catch(() => {});
		}
	}
	for (const record of recordsOf(commonDirectory, () => true)) {
		const scratch = dirname(worktreeOf(record) ?? record);
		if (await isStale(scratch, record)) forgetWorktrees(commonDirectory, scratch);
	}
}

// src/checkout/copy-modules.ts
/**
* Caches of tools, which are filled again when needed. Many hold absolute paths, and are written to in place.
*/
const CACHES = /* @__PURE__ */ new Set([
	".cache",
	".vite",
	".vite-temp",
	".vitest"
]);
const MAX_FILES$3 = 1e6;
/** The cheapest method that works. `link` is allowed only where no code will write into the files. */
function cheapestMethod(fromFile, toDirectory, mayLink) {
	const probe = join(toDirectory, ".probe");
	const works = (attempt) => {
		try {
			attempt();
			return true;
		} catch {
			return false;
		} finally {
			rmSync(probe, { force: true });
		}
	};
	if (works(() => copyFileSync(fromFile, probe, constants.COPYFILE_FICLONE_FORCE))) return "clone";
	return mayLink && works(() => linkSync(fromFile, probe)) ? "link" : "copy";
}
/** The place in the new checkout for a place in the user's; null for one outside the copied directories. */
function counterpart(target, copies) {
	const copy = copies.find(({ from }) => isWithin$1(from, target));
	return copy === void 0 ? null : join(copy.to, relative(copy.from, target));
}
/** Where a path ends when all links are followed; the path itself when it leads nowhere. */
function endOf(path) {
	try {
		return realpathSync(path);
	} catch {
		return path;
	}
}
/**
* Copies directories of installed modules. Links inside are kept as links. One into the user's checkout
* becomes a relative link to the same place in the new one, which still works after the checkout is renamed,
* so that the two sides never load one file through a link to a workspace. Returns the links that lead out of
* the checkout, which both sides share.
*/
async function copyModules(o) {
	const outside = [];
	let files = 0;
	for (const modules of o.directories) {
		const from = realpathSync(join(o.fromRoot, modules));
		const to = join(o.toRoot, modules);
		const copies = [{
			from,
			to
		}, {
			from: o.fromRoot,
			to: o.toRoot
		}];
		const open = [{
			from,
			to,
			isModules: true
		}];
		for (let directory = open.pop(); directory !== void 0; directory = open.pop()) {
			mkdirSync(directory.to, { recursive: true });
			for (const entry of readdirSync(directory.from, { withFileTypes: true })) {
				if (directory.isModules && CACHES.has(entry.name)) continue;
				const source = join(directory.from, entry.name);
				const target = join(directory.to, entry.name);
				if (++files > MAX_FILES$3) throw new UserError("dependencies", `${modules} holds more than ${MAX_FILES$3.toLocaleString("en")} files, too many to copy for each side`, "Set base.setup to the line that installs the dependencies, and remove node_modules before the run.");
				if (entry.isDirectory()) open.push({
					from: source,
					to: target,
					isModules: entry.name === "node_modules"
				});
				else if (entry.isSymbolicLink()) {
					const link = readlinkSync(source);
					const leadsTo = resolve(directory.from, link);
					const mapped = counterpart(leadsTo, copies) ?? counterpart(endOf(leadsTo), copies);
					if (mapped === null) outside.push(join(modules, relative(from, source)));
					symlinkSync(mapped === null ? leadsTo : relative(directory.to, mapped) || ".", target);
				} else if (entry.isFile()) place(source, target, o.method);
			}
			await setImmediate$1();
			o.signal.throwIfAborted();
		}
	}
	return outside;
}
function place(source, target, method) {
	if (method === "link") try {
		linkSync(source, target);
		return;
	} catch {}
	copyFileSync(source, target, method === "clone" ? constants.COPYFILE_FICLONE : 0);
}
/** A regular file below a directory, with which a method can be tried; null when none is near. */
function anyFileIn(directory) {
	const open = [realpathSync(directory)];
	for (let looked = 0; looked < 100; looked++) {
		const next = open.shift();
		if (next === void 0) return null;
		for (const entry of readdirSync(next, { withFileTypes: true })) {
			if (entry.isFile()) return join(next, entry.name);
			if (entry.isDirectory()) open.push(join(next, entry.name));
		}
	}
	return null;
}
/** True when there is a directory, or a link to one, at this path. */
function isDirectory(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

// src/process/run-process.ts
/** How long an ended process's pipes may be silent; what it started may hold them open for ever. */
const DRAIN_MS = 250;
/** A process with a channel may have left measurements in it, which are worth a longer wait. */
const CHANNEL_DRAIN_MS = 1e3;
/** Of what a process printed, so much is kept to explain how it ended. */
const TAIL_BYTES = 16384;
/** Ends a process and all that it started, as long as they stayed in its group. */
function killGroup(pid) {
	if (pid === void 0) return;
	try {
		process.kill(-pid, "SIGKILL");
	} catch {}
}
/**
* Runs a program with its arguments, or a line through the shell, in a process group of its own and waits for
* its end; the group ends with it, so that a daemon that it left behind neither holds the pipes nor disturbs
* a measurement. Its output is captured and never inherited: it may hold workflow commands of untrusted code.
* Rejects with the signal's reason on abort and with the system's error when the program cannot be started;
* the result says everything else.
*/
async function runProcess(command, o) {
	o.signal?.throwIfAborted();
	const [file, args] = typeof command === "string" ? [command, []] : [command[0], command.slice(1)];
	const child = spawn(file, args, {
		cwd: o.cwd,
		env: o.env,
		shell: typeof command === "string",
		detached: true,
		stdio: [
			o.input === void 0 ? "ignore" : "pipe",
			"pipe",
			"pipe",
			...o.channel ? ["pipe"] : o.onMessage ? ["ipc"] : []
		]
	});
	let stopped = null;
	const stop = (why) => {
		stopped ??= why;
		killGroup(child.pid);
	};
	const onAbort = () => stop(null);
	o.signal?.addEventListener("abort", onAbort, { once: true });
	const limit = o.timeLimitMs === void 0 ? void 0 : setTimeout(() => stop("time-limit"), o.timeLimitMs);
	const stall = o.channel && listen(child.stdio[3], o.channel, stop);
	if (o.onMessage) child.once("message", o.onMessage);
	child.stdin?.on("error", () => {}).end(o.input);
	const printed = capture(child.stdout, child.stderr, o.stdout, stop);
	let stopDraining = () => {};
	const release = () => {
		clearTimeout(limit);
		clearTimeout(stall);
		o.signal?.removeEventListener("abort", onAbort);
	};
	try {
		const ended = await new Promise((resolve, reject) => {
			child.on("error", reject);
			child.once("exit", (exitCode, exitSignal) => {
				release();
				killGroup(child.pid);
				stopDraining = whenSilent(child.stdio, o.channel ? CHANNEL_DRAIN_MS : DRAIN_MS, () => resolve({
					exitCode,
					exitSignal
				}));
			});
			child.once("close", (exitCode, exitSignal) => resolve({
				exitCode,
				exitSignal
			}));
		});
		o.signal?.throwIfAborted();
		return {
			...ended,
			...printed(),
			stopped
		};
	} finally {
		release();
		stopDraining();
		for (const pipe of child.stdio) pipe?.destroy();
	}
}
/**
* Calls back once no pipe has delivered anything for so long, at the latest after MAX_SILENCES times as long.
* On a busy machine time goes by while what was written still waits to be read: after the time is up, pipes
* are asked once more. The returned function gives up waiting.
*/
function whenSilent(pipes, silenceMs, callback) {
	let hasSpoken = false;
	let isOver = false;
	let silences = 0;
	const timer = setTimeout(() => {
		setImmediate(() => setImmediate(() => {
			if (isOver) return;
			silences++;
			if (!hasSpoken || silences === MAX_SILENCES) return callback();
			hasSpoken = false;
			timer.refresh();
		}));
	}, silenceMs);
	const note = () => void (hasSpoken = true);
	for (const pipe of pipes) pipe?.on("data", note);
	return () => {
		isOver = true;
		clearTimeout(timer);
	};
}
/** Who goes on printing through pipes of an ended process is not waited for. */
const MAX_SILENCES = 40;
/** Reads what a process prints; the returned function says what was kept of it. */
function capture(stdout, stderr, wanted, stop) {
	const kept = [];
	let bytes = 0;
	let tail = Buffer.alloc(0);
	const addToTail = (chunk) => {
		tail = Buffer.concat([tail, chunk]).subarray(-16384);
	};
	stderr.on("data", addToTail);
	stdout.on("data", (chunk) => {
		if (wanted === "none") return;
		if (wanted === "tail") return addToTail(chunk);
		bytes += chunk.length;
		if (bytes > wanted) return stop("output-limit");
		kept.push(chunk);
	});
	return () => ({
		stdout: Buffer.concat(kept),
		tail: tail.toString()
	});
}
/** Reads a channel to its end; returns the timer that ends a silent process. */
function listen(pipe, { onLine, stallMs, limitBytes }, stop) {
	const stall = setTimeout(() => stop("stall"), stallMs);
	let bytes = 0;
	let isOpen = true;
	const close = () => {
		isOpen = false;
		stop("channel");
	};
	createInterface({
		input: pipe,
		crlfDelay: Infinity
	}).on("line", (line) => {
		if (!isOpen) return;
		if (!onLine(line)) return close();
		stall.refresh();
	});
	pipe.on("data", (chunk) => {
		bytes += chunk.length;
		if (bytes > limitBytes) close();
	});
	return stall;
}
/** How a process ended that nobody stopped, as the end of a sentence. */
const howItEnded = ({ exitCode, exitSignal }) => exitCode === null ? `was ended by ${exitSignal}` : `ended with exit code ${exitCode}`;

// src/report/text/for-message.ts
/** A text from outside within the message of an error: on one line, cut. */
function forMessage(text, limit = 200) {
	const line = stripVTControlCharacters(text.slice(0, limit * 5)).replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
	return line.length > limit ? `${line.slice(0, limit)}…` : line;
}

// src/git/git.ts
/** Names of files are all that is read in bulk: 64 MiB hold a million of them. */
const OUTPUT_LIMIT_BYTES = 67108864;
const SETTINGS$1 = [
	"core.hooksPath=/dev/null",
	"core.fsmonitor=false",
	"gc.auto=0",
	"maintenance.auto=false",
	"fetch.writeCommitGraph=false",
	"worktree.useRelativePaths=false",
	"submodule.recurse=false",
	"fetch.recurseSubmodules=false",
	"advice.graftFileDeprecated=false"
];
/** The environment for git: it must ask nobody, translate nothing, take no lock that it can do without. */
function gitEnvironment(env) {
	return {
		...Object.fromEntries(Object.entries(env).filter(([name]) => !pointsGitElsewhere(name))),
		LC_ALL: "C",
		LANGUAGE: "C",
		GIT_TERMINAL_PROMPT: "0",
		GCM_INTERACTIVE: "never",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_PAGER: "cat"
	};
}
function remedyFor(complaint, directory, host) {
	if (complaint.includes("dubious ownership")) return `Tell git that you trust this directory: git config --global --add safe.directory '${directory}'`;
	if (/could not read Username|Authentication failed|Permission denied|terminal prompts disabled/.test(complaint)) return `Fetch what is needed beforehand${host === void 0 ? "" : ` (${host.wholeHistory.aside})`}; Benchgate asks for no password.`;
	if (complaint.includes("No space left on device")) return `Free some space, or point ${host?.temporaryVariables ?? "TMPDIR"} elsewhere.`;
	return `Run the command in ${directory} to see more.`;
}
/** git, run in one directory with the user's configuration but without hooks, prompts and a shell. */
var Git = class Git {
	directory;
	#env;
	#limits;
	constructor(directory, env, limits) {
		this.directory = directory;
		this.#env = gitEnvironment(env);
		this.#limits = limits;
	}
	/** This git in another directory, with more variables where wanted. */
	in(directory, more = {}) {
		return new Git(directory, {
			...this.#env,
			...more
		}, this.#limits);
	}
	/** What git answers, whatever its exit code; a UserError when it does not start or does not end. */
	ask(...args) {
		return this.run(args);
	}
	/** ask() for a command that reads standard input, or whose output has a bound of its own. */
	async run(args, o = {}) {
		const settings = SETTINGS$1.flatMap((setting) => ["-c", setting]);
		const result = await runProcess([
			"git",
			...settings,
			...args
		], {
			cwd: this.directory,
			env: this.#env,
			signal: this.#limits.signal,
			timeLimitMs: Math.max(1, this.#limits.remainingMs()),
			stdout: o.outputLimitBytes ?? OUTPUT_LIMIT_BYTES,
			input: o.input
		}).catch((error) => {
			if (error.code !== "ENOENT") throw error;
			throw new UserError("git", `git could not be started in ${this.directory}`, "Install git 2.31 or newer, make sure that it is on PATH and that the directory exists.", { cause: error });
		});
		if (result.stopped === "time-limit") throw new UserError("git", `git ${args[0]} did not end within the time limit`, this.#limits.timeRemedy ?? "Raise measure.time-limit.");
		if (result.stopped === "output-limit") throw new UserError("git", `git ${args[0]} named more files than Benchgate reads (64 MiB of names)`, "Ignore generated files in .gitignore.");
		const said = stripVTControlCharacters(result.tail).trim();
		const lines = said.split("\n");
		const telling = lines.findLast((line) => /^(fatal|error):/.test(line)) ?? lines.at(-1) ?? "";
		return {
			ok: result.exitCode === 0,
			stdout: result.stdout,
			complaint: forMessage(telling, 500),
			said
		};
	}
	/** The UserError for an answer that is no answer. */
	failure(command, answer) {
		return new UserError("git", `git ${command} failed in ${this.directory}: ${answer.complaint || "it did not say why"}`, remedyFor(answer.complaint, this.directory, this.#limits.host));
	}
	/** Standard output of a command that has to succeed, as it came. */
	async bytes(...args) {
		const answer = await this.ask(...args);
		if (answer.ok) return answer.stdout;
		throw this.failure(args[0], answer);
	}
	/** Standard output of a command that has to succeed, without its last line end. */
	async text(...args) {
		return withoutLineEnd(await this.bytes(...args));
	}
	/** Standard output of a command that may say no, without its last line end; null when it does. */
	async maybe(...args) {
		const answer = await this.ask(...args);
		return answer.ok ? withoutLineEnd(answer.stdout) : null;
	}
};
function withoutLineEnd(output) {
	return output.toString().replace(/\n$/, "");
}
/** The parts of a NUL-separated list. */
function splitNul(output) {
	return output.toString().split("\0").filter((part) => part !== "");
}

// src/checkout/manifests.ts
const LOCKFILES = /* @__PURE__ */ new Set([
	"package-lock.json",
	"npm-shrinkwrap.json",
	"yarn.lock",
	"pnpm-lock.yaml",
	"bun.lock",
	"bun.lockb"
]);
const WORKSPACE_FILE = "pnpm-workspace.yaml";
/** The fields of a package.json that decide what is installed. */
const DEPENDENCY_FIELDS = [
	"dependencies",
	"devDependencies",
	"optionalDependencies",
	"peerDependencies",
	"peerDependenciesMeta",
	"bundleDependencies",
	"bundledDependencies",
	"overrides",
	"resolutions",
	"workspaces",
	"pnpm",
	"packageManager"
];
/** The fields that make an installation necessary. */
const INSTALLED_FIELDS = [
	"dependencies",
	"devDependencies",
	"optionalDependencies",
	"peerDependencies"
];
/** Scripts of a project or workspace that its package manager runs while installing. */
const INSTALL_SCRIPTS = [
	"preinstall",
	"install",
	"postinstall",
	"preprepare",
	"prepare",
	"postprepare",
	"prepublish",
	"dependencies"
];
const MAX_MANIFESTS = 5e3;
const MAX_MANIFEST_BYTES = 67108864;
function parsed(text) {
	try {
		const value = JSON.parse(text);
		return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
	} catch {
		return null;
	}
}
/**
* Removes the project's own version, which npm's lockfile holds too: it changes with each release without
* changing what is installed.
*/
function withoutOwnVersions(text) {
	const lock = parsed(text);
	if (lock === null) return text;
	delete lock["version"];
	for (const [path, entry] of Object.entries(lock["packages"] ?? {})) if (!path.split("/").includes("node_modules") && entry !== null) delete entry["version"];
	return JSON.stringify(lock);
}
function decidingPart(name, text) {
	if (name === "package-lock.json" || name === "npm-shrinkwrap.json") return withoutOwnVersions(text);
	if (name !== "package.json") return text;
	const manifest = parsed(text);
	return manifest === null ? text : JSON.stringify(DEPENDENCY_FIELDS.map((field) => manifest[field] ?? null));
}
function isNotEmpty(value) {
	return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
/** The directories from the repository's root down to `prefix`: '', 'packages', 'packages/a'. */
function directoriesDownTo(prefix) {
	const parts = prefix.split("/").filter((part) => part !== "");
	return ["", ...parts.map((_, i) => parts.slice(0, i + 1).join("/"))];
}
function directoryOf(path) {
	const directory = posix.dirname(path);
	return directory === "." ? "" : directory;
}
/** True when `path` is `directory` or below it. Both are relative to the repository's root. */
function isBelow(directory, path) {
	return directory === "" || path === directory || path.startsWith(`${directory}/`);
}
/** Reads the manifests on disk in one checkout: tracked files, and new files that are not ignored. */
async function readManifests(git, root, prefix) {
	const files = await readFiles(root, await manifestPaths(git));
	const above = new Set(directoriesDownTo(prefix));
	const deciding = files.filter(({ directory }) => above.has(directory));
	const isWorkspace = ({ name, manifest }) => name === WORKSPACE_FILE || isNotEmpty(manifest?.["workspaces"]);
	const installRoot = deciding.filter((file) => LOCKFILES.has(file.name) || isWorkspace(file)).map(({ directory }) => directory).sort((a, b) => a.length - b.length)[0] ?? prefix;
	return {
		digests: new Map(files.map(({ path, digest }) => [path, digest])),
		packages: files.filter(({ name }) => name === "package.json").map(({ directory }) => directory),
		installRoot,
		needsInstall: deciding.some((file) => isWorkspace(file) || INSTALLED_FIELDS.some((field) => isNotEmpty(file.manifest?.[field]))),
		hasInstallScripts: files.some(({ manifest, directory }) => INSTALL_SCRIPTS.some((script) => script in (manifest?.["scripts"] ?? {})) && matters({ installRoot }, directory))
	};
}
async function manifestPaths(git) {
	const names = [
		"package.json",
		WORKSPACE_FILE,
		...LOCKFILES
	];
	const listed = await git.bytes("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...names.map((name) => `:(top,glob)**/${name}`), ":(top,glob)**/patches/**/*.patch");
	const paths = [...new Set(splitNul(listed))].filter((path) => !path.split("/").includes("node_modules"));
	if (paths.length <= MAX_MANIFESTS) return paths.sort();
	throw new UserError("dependencies", `The repository has ${paths.length.toLocaleString("en")} package.json and lock files; Benchgate compares up to ${MAX_MANIFESTS.toLocaleString("en")}`, "Ignore generated ones in .gitignore.");
}
async function readFiles(root, paths) {
	const files = [];
	for (const path of paths) {
		const file = join(root, path);
		const entry = await lstat(file).catch(() => null);
		if (entry === null || !entry.isFile() || entry.size > MAX_MANIFEST_BYTES) continue;
		const text = await readFile(file, "utf8");
		const name = posix.basename(path);
		files.push({
			path,
			directory: directoryOf(path),
			name,
			digest: hash("sha256", decidingPart(name, text)),
			manifest: name === "package.json" ? parsed(text) : null
		});
	}
	return files;
}
/** True when the files in a directory can change what is installed for the project. */
function matters({ installRoot }, directory) {
	return isBelow(installRoot, directory) || isBelow(directory, installRoot);
}
/** The files that decide what is installed for the project, each with a digest of what decides. */
function decidingDigests(manifests) {
	return [...manifests.digests].filter(([path]) => matters(manifests, directoryOf(path)));
}
/** Files that lead to other dependencies of the project in one checkout than in the other. */
function differingManifests(a, b) {
	return [.../* @__PURE__ */ new Set([...a.digests.keys(), ...b.digests.keys()])].filter((path) => matters(a, directoryOf(path)) || matters(b, directoryOf(path))).filter((path) => a.digests.get(path) !== b.digests.get(path)).sort();
}

// src/checkout/uncommitted.ts
/**
* With more files than this the user forgot to ignore something, and copying them would take longer than
* measuring.
*/
const MAX_CHANGED_FILES = 5e4;
/** One entry of `git status --porcelain=v2 -z`; null for a header. */
function pathOf(entry) {
	if (entry.startsWith("? ")) return {
		path: entry.slice(2),
		submodule: false,
		untracked: true
	};
	const fields = entry.startsWith("1 ") ? 8 : entry.startsWith("u ") ? 10 : 0;
	if (fields === 0) return null;
	const parts = entry.split(" ");
	return {
		path: parts.slice(fields).join(" "),
		submodule: parts[2].startsWith("S"),
		untracked: false
	};
}
/** What differs from HEAD in the user's checkout. The user's index is not touched. */
async function readUncommitted(repository) {
	const status = await repository.git.bytes("status", "--porcelain=v2", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=all");
	const changes = {
		paths: [],
		nested: []
	};
	for (const entry of splitNul(status)) {
		const found = pathOf(entry);
		if (found === null || found.submodule) continue;
		if (found.untracked && found.path.split("/").includes("node_modules")) continue;
		if (found.path.endsWith("/")) changes.nested.push(found.path);
		else changes.paths.push(found.path);
	}
	if (changes.paths.length > MAX_CHANGED_FILES) throw new UserError("git", `${changes.paths.length.toLocaleString("en")} files are changed or new; Benchgate takes up to ${MAX_CHANGED_FILES.toLocaleString("en")} into the measured checkout`, "Ignore generated files in .gitignore, or commit your work and measure the commit.");
	changes.paths.sort();
	return changes;
}
/**
* The target of a link for the new checkout: an absolute path into the user's checkout becomes the same place
* in the new one; any other target stays as it is.
*/
function linkInside(target, path, from, to) {
	if (!isAbsolute(target) || !isWithin$1(from, target)) return target;
	return relative(dirname(join(to, path)), join(to, relative(from, target))) || ".";
}
/** Whether a directory, or its nearest existing parent, is inside a checkout when all links are followed. */
async function staysWithin(checkout, directory) {
	for (let path = directory;; path = dirname(path)) {
		const real = await realpath(path).catch(() => null);
		if (real !== null) return isWithin$1(checkout, real);
	}
}
/** git keeps no empty directories: a directory that held nothing but deleted files is removed too. */
async function removeEmptyParents(path, checkout) {
	for (let parent = dirname(path); parent !== checkout; parent = dirname(parent)) try {
		await rmdir(parent);
	} catch (error) {
		if (error.code !== "ENOENT") return;
	}
}
/** Brings a checkout of HEAD into the state of the user's working tree. Returns warnings for people. */
async function applyUncommitted(root, checkout, changes) {
	const warnings = changes.nested.map((path) => `${path} is a repository of its own and is not part of the measured checkout`);
	for (const path of changes.paths) await rm(join(checkout, path), {
		recursive: true,
		force: true
	});
	const safeParents = /* @__PURE__ */ new Set();
	for (const path of changes.paths) {
		if (path.includes("�")) {
			warnings.push(`${path}: its name is not UTF-8, and it is left out`);
			continue;
		}
		const source = join(root, path);
		const target = join(checkout, path);
		const entry = await lstat(source).catch(() => null);
		if (entry === null) await removeEmptyParents(target, checkout);
		if (entry === null || entry.isDirectory()) continue;
		const parent = dirname(target);
		if (!safeParents.has(parent)) {
			if (!await staysWithin(checkout, parent)) {
				warnings.push(`${path} lies behind a symbolic link that leaves the repository, and is left out`);
				continue;
			}
			await mkdir(parent, { recursive: true });
			safeParents.add(parent);
		}
		if (entry.isSymbolicLink()) {
			const link = linkInside(await readlink(source), path, root, checkout);
			if (!isWithin$1(checkout, resolve(parent, link))) warnings.push(`${path} is a symbolic link that leaves the repository: it is kept as it is`);
			await symlink(link, target);
		} else if (entry.isFile()) await copyFile(source, target, constants.COPYFILE_FICLONE);
	}
	return warnings;
}

// src/checkout/dependency-cache.ts
/** Beyond these, packing takes longer than installing, and fills a fifth of a repository's cache. */
const MAX_FILES$2 = 3e5;
const MAX_BYTES$1 = 2147483648;
const MAX_STATUS_ENTRIES = 1e4;
const MAX_MARKER_BYTES = 1048576;
const MAX_SETTINGS_BYTES = 1048576;
const NODE_TIME_LIMIT_MS = 1e4;
const SHOWN_PATHS = 3;
/** Files beside a manifest that change what an install line does. */
const SETTINGS = [
	".npmrc",
	".yarnrc",
	".yarnrc.yml",
	".pnpmfile.cjs",
	"bunfig.toml"
];
/** What an archive holds. It is written last, when everything else is in place. */
const markerSchema = strictObject({
	schema: literal$1(1),
	key: string(),
	trees: array(strictObject({
		path: string(),
		digest: string()
	})).max(1e3)
});
const MARKER = "complete.json";
const treeIn = (directory, index) => join(directory, String(index));
/**
* Puts a side's node_modules in place from the cache, or lets the line install them and saves the result
* before any measured code can touch it. A problem with the cache costs time only, and is returned as a
* warning. Throws what `install` throws, or the signal's reason.
*
* The next run skips the installation, so it must have made nothing but node_modules: one that writes
* anything else into the checkout (a `prepare` script that builds) is not cached.
*/
async function installWithCache(o) {
	const warnings = [];
	const attempt = async (what, work) => {
		try {
			return await work();
		} catch (error) {
			o.signal.throwIfAborted();
			const why = error instanceof Error ? error.message : String(error);
			warnings.push(`The cached dependencies of ${o.side.name} could not be ${what}: ${why}`);
			return null;
		}
	};
	const target = await attempt("looked up", () => targetOf(o));
	if (target === null) {
		await o.install();
		return warnings;
	}
	const { key, before } = target;
	try {
		const restored = await attempt("restored", () => restore(o, key));
		o.signal.throwIfAborted();
		if (restored === true) return warnings;
		await removePlaces(o);
		await o.install();
		const made = installedPlaces(o);
		await attempt("saved", () => save(o, key, before, made));
		o.signal.throwIfAborted();
		if (installedPlaces(o).length < made.length) {
			await removePlaces(o);
			await o.install();
		}
	} finally {
		await rm(o.cache.directory, {
			recursive: true,
			force: true
		});
	}
	return warnings;
}
function installedPlaces(o) {
	return o.places.filter((place) => existsSync(join(o.side.root, place)));
}
async function removePlaces(o) {
	for (const place of o.places) await rm(join(o.side.root, place), {
		recursive: true,
		force: true
	});
}
/**
* The key of the result and the state of the checkout before it; null where the result must not be cached.
*/
async function targetOf(o) {
	if (installedPlaces(o).length > 0) return null;
	const before = await checkoutState(o);
	const key = before === null ? null : await keyOf(o, before);
	return before === null || key === null ? null : {
		key,
		before
	};
}
async function restore(o, key) {
	const { directory } = o.cache;
	await rm(directory, {
		recursive: true,
		force: true
	});
	await mkdir(dirname(directory), { recursive: true });
	if (!await o.cache.restore(key, directory)) return false;
	const trees = await readMarker(join(directory, MARKER), key);
	for (const [index, { path, digest }] of trees.entries()) {
		if (!o.places.includes(path)) throw new Error(`${path} is no place for them`);
		if (await describeTree(treeIn(directory, index), join(o.side.root, path), o) !== digest) throw new Error(`${path} is incomplete`);
	}
	o.onProgress(`${o.side.name}: ${trees.length === 1 ? trees[0].path : `${trees.length} node_modules directories`} from the cache`);
	for (const [index, { path }] of trees.entries()) {
		const to = join(o.side.root, path);
		if (!await staysWithin(o.side.root, to)) throw new Error(`${path} is behind a link`);
		await move(treeIn(directory, index), to);
	}
	return true;
}
async function readMarker(file, key) {
	const entry = await lstat(file).catch(() => null);
	if (entry === null || !entry.isFile() || entry.size > MAX_MARKER_BYTES) throw new Error("they are incomplete");
	const marker = markerSchema.parse(JSON.parse(await readFile(file, "utf8")));
	if (marker.key !== key) throw new Error("they are those of another installation");
	return marker.trees;
}
/** Saves what the line installed, if it did nothing else. */
async function save(o, key, before, made) {
	const after = await checkoutState(o);
	const others = after === null ? ["too much"] : changedPaths(before, after).filter((path) => !made.includes(path));
	if (made.length === 0 || others.length > 0) {
		const what = made.length === 0 ? "no node_modules" : `also ${others.slice(0, SHOWN_PATHS).join(", ")}`;
		o.onProgress(`${o.side.name}: not cached, since \`${o.line}\` wrote ${what}`);
		return;
	}
	const { directory } = o.cache;
	await rm(directory, {
		recursive: true,
		force: true
	});
	await mkdir(directory, { recursive: true });
	const trees = [];
	for (const path of made) {
		const place = join(o.side.root, path);
		trees.push({
			path,
			digest: await describeTree(place, place, o)
		});
	}
	const moved = [];
	try {
		for (const [index, path] of made.entries()) {
			const from = join(o.side.root, path);
			const to = treeIn(directory, index);
			if (await renamed(from, to)) moved.push({
				from,
				to
			});
			else await copy(from, to);
		}
		await writeFile(join(directory, MARKER), JSON.stringify({
			schema: 1,
			key,
			trees
		}));
		await o.cache.save(key, directory);
	} finally {
		for (const { from, to } of moved) await rename(to, from);
	}
}
/** Moves a directory by renaming it. False where the two places are on different file systems. */
async function renamed(from, to) {
	try {
		await rename(from, to);
		return true;
	} catch (error) {
		if (error.code === "EXDEV") return false;
		throw error;
	}
}
async function copy(from, to) {
	await cp(from, to, {
		recursive: true,
		verbatimSymlinks: true,
		mode: constants.COPYFILE_FICLONE
	});
}
async function move(from, to) {
	if (!await renamed(from, to)) await copy(from, to);
}
/**
* Digest of every path below a directory with its kind and size, as it would be at `place`. Throws where
* another checkout could not use it: for a link to an absolute path or out of the checkout, or for more than
* can be packed in reasonable time.
*/
async function describeTree(directory, place, o) {
	const described = createHash("sha256");
	let files = 0;
	let bytes = 0;
	const open = [""];
	for (let path = open.pop(); path !== void 0; path = open.pop()) {
		const entries = readdirSync(join(directory, path), { withFileTypes: true });
		for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
			const below = join(path, entry.name);
			let what;
			if (entry.isDirectory()) {
				open.push(below);
				what = "directory";
			} else if (entry.isSymbolicLink()) {
				const target = readlinkSync(join(directory, below));
				const leadsTo = resolve(join(place, path), target);
				if (isAbsolute(target) || !isWithin$1(o.side.root, leadsTo)) throw new Error(`${below} leads out of the checkout`);
				what = `link ${target}`;
			} else if (entry.isFile()) {
				const { size } = lstatSync(join(directory, below));
				bytes += size;
				what = `file ${size}`;
			} else throw new Error(`${below} is neither file nor directory`);
			described.update(`${JSON.stringify(below)} ${what}\n`);
			if (++files > MAX_FILES$2 || bytes > MAX_BYTES$1) throw new Error(`they are more than ${MAX_FILES$2.toLocaleString("en")} files or 2 GiB`);
		}
		await setImmediate$1();
		o.signal.throwIfAborted();
	}
	return described.digest("hex");
}
/** Null when there are too many paths to compare. */
async function checkoutState(o) {
	const { git, root } = o.side;
	const listed = await git.bytes("status", "--porcelain", "-z", "--untracked-files=normal", "--ignored=traditional", "--no-renames", "--ignore-submodules=all");
	const entries = splitNul(listed);
	if (entries.length > MAX_STATUS_ENTRIES) return null;
	const state = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const path = entry.slice(3).replace(/\/$/, "");
		const stats = await lstat(join(root, path)).catch(() => null);
		state.set(path, `${entry.slice(0, 2)} ${stats?.mtimeMs} ${stats?.size}`);
	}
	return state;
}
function changedPaths(before, after) {
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
}
/**
* The cache key of what the line would install; null where the result depends on more than a key can hold.
*/
async function keyOf(o, before) {
	const { manifests, side } = o;
	const isCommitted = [...before.values()].every((state) => state.startsWith("!!"));
	if (manifests.hasInstallScripts && !isCommitted) return null;
	const node = await nodeThatInstalls(o);
	const settings = await settingsOf(o);
	if (node === null || settings === null) return null;
	const variables = Object.entries(o.environments.measured).filter(([name]) => /^(npm_config_|pnpm_config_|yarn_|bun_|node_env$)/i.test(name)).sort(([a], [b]) => a < b ? -1 : 1);
	const parts = [
		node.runtime,
		o.line,
		o.prefix,
		manifests.installRoot,
		decidingDigests(manifests),
		manifests.hasInstallScripts ? side.sha : null,
		settings,
		variables
	];
	const digest = hash("sha256", JSON.stringify(parts)).slice(0, 32);
	return `benchgate-modules-v1-${node.platform}-${node.arch}-node${node.major}-${digest}`;
}
const nodeSchema = strictObject({
	platform: string().regex(/^\w+$/),
	arch: string().regex(/^\w+$/),
	major: string().regex(/^\d+$/),
	/** The C library, to which compiled packages are bound. */
	runtime: string().nullable()
});
const ABOUT_NODE = `process.report.excludeNetwork = true
JSON.stringify({
  platform: process.platform,
  arch: process.arch,
  major: process.versions.node.split('.')[0],
  runtime: process.report.getReport().header.glibcVersionRuntime ?? null,
})`;
/** The Node that the set-up line uses, which is not the one that runs the action. */
async function nodeThatInstalls(o) {
	const line = (await runProcess([
		"node",
		"-p",
		ABOUT_NODE
	], {
		cwd: o.side.directory,
		env: o.environments.setup,
		signal: o.signal,
		timeLimitMs: NODE_TIME_LIMIT_MS,
		stdout: MAX_SETTINGS_BYTES
	})).stdout.toString().trim().split("\n").at(-1) ?? "";
	return line.startsWith("{") ? nodeSchema.parse(JSON.parse(line)) : null;
}
/** Digests of the package managers' settings; null when one is no regular file of a reasonable size. */
async function settingsOf(o) {
	const digests = [];
	for (const directory of /* @__PURE__ */ new Set([o.manifests.installRoot, o.prefix])) for (const name of SETTINGS) {
		const file = join(o.side.root, directory, name);
		const entry = await lstat(file).catch(() => null);
		if (entry !== null && (!entry.isFile() || entry.size > MAX_SETTINGS_BYTES)) return null;
		digests.push(entry && hash("sha256", await readFile(file)));
	}
	return digests;
}

// src/process/last-words.ts
/** `    at load (a.js:1:2)` */
const FRAME = /^\s+at .*[:\d)]$/;
/** The end of what a program printed, to follow a sentence about how it ended; '' for nothing. */
const lastWords = (printed) => shown$2(linesOf(printed));
/**
* lastWords() of what may hold results, without everything in it that is JSON: a result may hold what its
* writer keeps secret, such as what a load test logged in with. `isCut`: the text begins in the middle of a
* line.
*/
function lastWordsOfResults(printed, isCut) {
	const lines = linesOf(printed);
	return shown$2(outsideJson(isCut ? lines.slice(1) : lines, isCut));
}
const linesOf = (printed) => stripVTControlCharacters(printed).split(/\r?\n|\r/);
function shown$2(lines) {
	const last = indented(lines.filter((line) => !FRAME.test(line)), {
		count: 5,
		length: 300,
		indent: 4
	});
	return last === "" ? "" : `; its last words:\n${last}`;
}
/** The last lines of what a program printed, for a message of their own, without what would move a cursor. */
const lastLines = (printed) => indented(linesOf(printed).map((line) => line.replace(/(?!\t)\p{Cc}/gu, "")), {
	count: 20,
	length: 500,
	indent: 2
});
function indented(lines, o) {
	return lines.filter((line) => line.trim() !== "").slice(-o.count).map((line) => " ".repeat(o.indent) + line.slice(0, o.length)).join("\n");
}
/** A member, also of JSON inside a string; or a line that is a value: a text, a number, a word. */
const MEMBER_OR_VALUE = /"[^"]*"\s*:|^\s*("(\\.|[^"\\])*"|-?\d[\d.eE+-]*|true|false|null),?\s*$/;
/** Lines that are no part of a JSON value or of an object as Node prints it, which may never end. */
function outsideJson(lines, isCut) {
	const kept = [];
	let depth = 0;
	for (const line of lines) if (depth > 0) depth = Math.max(0, depth + rise(line));
	else if (/^\s*[[{]/.test(line)) {
		depth = Math.max(0, rise(line));
		if (depth === 0 && /^\s*\[.*[^\]},\s]\s*$/.test(line) && !MEMBER_OR_VALUE.test(line)) kept.push(line);
	} else if (isCut && /^\s*[}\]]/.test(line)) kept.length = 0;
	else if (!MEMBER_OR_VALUE.test(line)) kept.push(line);
	return kept;
}
/** By how much a line opens more brackets than it closes, outside of texts. */
function rise(line) {
	const brackets = line.replace(/"(\\.|[^"\\])*("|$)/g, "");
	return brackets.replace(/[^[{]/g, "").length - brackets.replace(/[^\]}]/g, "").length;
}

// src/checkout/setup.ts
const INSTALL_COMMAND = String.raw`(npm (ci|clean-install|install|i)|pnpm (install|i)|yarn( install)?|bun (install|i))`;
const INSTALL_ONLY = new RegExp(String.raw`^\s*${INSTALL_COMMAND}( +--?[\w@=.,:/-]+)*\s*$`);
/** True for a line that does nothing but install what the lockfile says. */
function isInstallOnly(line) {
	return INSTALL_ONLY.test(line);
}
/** True for a line that begins by deleting node_modules. */
function startsAfresh(line) {
	return /^\s*npm (ci|clean-install)\b/.test(line);
}
/**
* Runs the user's set-up line in one side, through the shell, and ends every process that it started. Throws
* a UserError with the end of its output when it fails or does not end in time.
*/
async function runSetup(o) {
	const result = await runProcess(o.line, {
		cwd: o.side.directory,
		env: o.env,
		signal: o.signal,
		timeLimitMs: Math.max(1, o.timeLimitMs),
		stdout: "tail"
	});
	if (result.stopped === null && result.exitCode === 0) return;
	const how = result.stopped === "time-limit" ? `did not end within ${(o.timeLimitMs / 1e3).toFixed(1)} s` : howItEnded(result);
	const { name, sha } = o.side;
	const output = lastLines(result.tail);
	throw new UserError("setup", `${name} (${sha.slice(0, 7)}) does not build: \`${o.line}\` ${how}${output === "" ? " and printed nothing" : `:\n${output}`}`, result.stopped === "time-limit" ? "Raise measure.time-limit, or make base.setup wait for nothing." : `Run base.setup in a checkout of ${sha.slice(0, 7)} to see all of it, and correct the line in the configuration${name === "base" ? ", or name another base in base.ref" : ""}.`);
}

// src/checkout/dependencies.ts
/** node_modules directories that are copied into one side. A monorepo has at most one for each workspace. */
const MAX_MODULES_DIRECTORIES = 500;
const SHOWN_NAMES = 3;
/** Places of node_modules of the project and its workspaces, relative to the repository's root. */
function modulesPlaces(manifests, prefix) {
	return [...new Set([...manifests.packages, prefix].filter((directory) => matters(manifests, directory)))].map((owner) => join(owner, "node_modules")).sort();
}
/** Finds what the user has installed for the project. */
async function findInstalled(repository) {
	const manifests = await readManifests(repository.git, repository.root, repository.prefix);
	const directories = modulesPlaces(manifests, repository.prefix).filter((directory) => isDirectory(join(repository.root, directory)));
	if (directories.length > MAX_MODULES_DIRECTORIES) throw new UserError("dependencies", `${directories.length} packages below ${repository.root} have a node_modules directory; Benchgate copies up to ${MAX_MODULES_DIRECTORIES}`, "Run Benchgate in the directory of the package that has the benchmarks.");
	return {
		manifests,
		directories
	};
}
/** Why a side cannot use the user's installed dependencies; null when it can. */
function whyNotShared(installed, own) {
	if (installed.directories.length === 0) return "nothing is installed in your checkout (no node_modules)";
	const files = differingManifests(installed.manifests, own);
	if (files.length === 0) return null;
	return files.length === 1 ? `its ${files[0]} differs from the one in your checkout` : `its ${shown$1(files)} differ from those in your checkout`;
}
/** The first few names of a list, and how many more there are. */
function shown$1(names) {
	const more = names.length > SHOWN_NAMES ? ` and ${names.length - SHOWN_NAMES} more` : "";
	return names.slice(0, SHOWN_NAMES).join(", ") + more;
}
async function share(repository, installed, side, o, mayLink) {
	const wanted = [];
	for (const directory of installed.directories) {
		const target = join(side.root, directory);
		if (existsSync(target) || !isDirectory(join(target, ".."))) continue;
		if (await staysWithin(side.root, target)) wanted.push(directory);
	}
	const sample = wanted.map((directory) => anyFileIn(join(repository.root, directory))).find((file) => file !== null);
	if (wanted.length === 0) return [];
	const method = sample === void 0 ? "copy" : cheapestMethod(sample, dirname(side.root), mayLink);
	const verb = {
		clone: "cloning",
		link: "linking",
		copy: "copying"
	}[method];
	o.onProgress(`${side.name}: ${verb} ${wanted.length === 1 ? wanted[0] : `${wanted.length} node_modules directories`}`);
	const outside = await copyModules({
		fromRoot: repository.root,
		toRoot: side.root,
		directories: wanted,
		method,
		signal: o.signal
	});
	if (outside.length === 0) return [];
	const lead = outside.length === 1 ? "leads" : "lead";
	return [`${shown$1(outside)} ${lead} out of the repository: base and head load the same files there`];
}
/**
* Gives a side its dependencies: the user's installed ones where lockfiles and manifests are the same,
* otherwise what the set-up line installs. A line that does more than install runs in either case. Returns
* warnings. Throws a UserError when the line fails, or when there is neither a line nor installed
* dependencies and the project needs some.
*
* Hard-linked files are the user's own files: code that writes into one in place (rather than replacing it,
* as package managers do) writes into the user's node_modules. Therefore a side in which a set-up line runs
* gets clones or real copies, and caches of tools are left out.
*/
async function prepareDependencies(repository, installed, side, o) {
	const own = await readManifests(side.git, side.root, repository.prefix);
	const obstacle = whyNotShared(installed, own);
	const warnings = [];
	const runsAnyway = o.setup !== null && !isInstallOnly(o.setup);
	if (obstacle === null && !(runsAnyway && startsAfresh(o.setup ?? ""))) warnings.push(...await share(repository, installed, side, o, !runsAnyway));
	if (o.setup !== null && (runsAnyway || obstacle !== null && own.needsInstall)) {
		const line = o.setup;
		const install = async () => {
			o.onProgress(`${side.name}: ${line}`);
			await runSetup({
				line,
				side,
				env: o.environments.setup,
				signal: o.signal,
				timeLimitMs: o.remainingMs()
			});
		};
		const { dependencyCache: cache } = o;
		if (!runsAnyway && cache !== null) {
			const { prefix } = repository;
			const places = modulesPlaces(own, prefix);
			return await installWithCache({
				...o,
				cache,
				side,
				manifests: own,
				prefix,
				places,
				line,
				install
			});
		}
		await install();
		return warnings;
	}
	const complete = [".pnp.cjs", "node_modules"].some((name) => existsSync(join(side.root, own.installRoot, name)));
	if (obstacle !== null && own.needsInstall && !complete) throw new UserError("dependencies", `${side.name} (${side.sha.slice(0, 7)}) cannot use the installed dependencies: ${obstacle}`, "Set base.setup to the line that installs them, for example `base: { setup: npm ci }`, or install in your checkout when nothing is.");
	return warnings;
}

// src/git/commit-info.ts
const MAX_SUBJECT$1 = 200;
const TIME_LIMIT_MS$2 = 6e4;
async function readCommit(git, sha) {
	const text = await git.text("cat-file", "-p", sha);
	const end = text.indexOf("\n\n");
	const header = text.slice(0, end + 1);
	return {
		parents: [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map((match) => match[1]),
		seconds: Number(/^committer .* (\d+) [+-]\d{4}$/m.exec(header)?.[1] ?? 0),
		subject: text.slice(end + 2).split("\n")[0]
	};
}
/** What the commit of a project's checkout says of itself. Throws a UserError outside of a repository. */
async function commitInfo(o) {
	const git = new Git(o.project, o.env, {
		signal: o.signal,
		remainingMs: () => TIME_LIMIT_MS$2
	});
	const { parents, seconds, subject } = await readCommit(git, "HEAD");
	return {
		sha: await git.text("rev-parse", "HEAD"),
		parent: parents[0] ?? null,
		time: (/* @__PURE__ */ new Date(seconds * 1e3)).toISOString(),
		subject: subject.replace(/\p{Cc}/gu, " ").trim().slice(0, MAX_SUBJECT$1)
	};
}

// src/git/ancestry.ts
const FETCH$1 = [
	"fetch",
	"--quiet",
	"--no-tags",
	"--no-write-fetch-head",
	"--no-recurse-submodules",
	"--refmap="
];
/** Commits by which a shallow history is deepened, one step after the other: 2,720 in all. */
const DEEPEN_STEPS = [
	32,
	128,
	512,
	2048
];
/** Ends of a shallow history that are followed; a clone of depth 1 has one or two. */
const MAX_BOUNDARY = 200;
/** Fetches a commit if it is not there; no ref and no FETCH_HEAD changes. False: it is not to be had. */
async function obtain(repository, sha) {
	const { git, remote } = repository;
	if ((await git.ask("cat-file", "-e", `${sha}^{commit}`)).ok) return true;
	if (remote === null) return false;
	const depth = repository.shallow ? ["--depth=1"] : [];
	return (await git.ask(...FETCH$1, ...depth, remote, sha)).ok;
}
/** The remote's commit under the first of these full ref names (`HEAD`, `refs/heads/x`) that it knows. */
async function askRemote(repository, refs) {
	const { remote } = repository;
	if (remote === null) return null;
	const listed = await repository.git.maybe("ls-remote", remote, ...refs.flatMap((ref) => [ref, `${ref}^{}`]));
	if (listed === null) return null;
	const shas = new Map(listed.split("\n").map((line) => line.split("	").reverse()));
	for (const ref of refs) {
		const sha = shas.get(`${ref}^{}`) ?? shas.get(ref);
		if (sha !== void 0) return sha;
	}
	return null;
}
async function shallowBoundary(repository) {
	const file = join(repository.commonDirectory, "shallow");
	return (await readFile(file, "utf8").catch(() => "")).split("\n").filter((line) => line !== "").slice(0, MAX_BOUNDARY);
}
/**
* The best common ancestor of two commits, or null when they have none or a shallow clone's remote does not
* give it within 2,720 commits.
*/
async function mergeBaseOf(repository, target, head) {
	const { git, remote } = repository;
	const known = await git.maybe("merge-base", target, head);
	if (known !== null || !repository.shallow) return known;
	if ((await readCommit(git, head)).parents.includes(target)) return target;
	if (remote === null) return null;
	for (const step of DEEPEN_STEPS) {
		const wanted = [.../* @__PURE__ */ new Set([target, ...await shallowBoundary(repository)])];
		if (!(await git.ask(...FETCH$1, `--deepen=${step}`, remote, ...wanted)).ok) return null;
		const found = await git.maybe("merge-base", target, head);
		if (found !== null) return found;
		if ((await shallowBoundary(repository)).length === 0) return null;
	}
	return null;
}

// src/git/refs.ts
/** Names that are searched for what the user may have meant. */
const MAX_SUGGESTED_FROM = 5e3;
/** The commit that an expression names; null where it names none. */
async function commitOf(repository, expression) {
	const answer = await repository.git.maybe("rev-parse", "--verify", "--quiet", `${expression}^{commit}`);
	return answer !== null && /^[0-9a-f]{40,64}$/.test(answer) ? answer : null;
}
async function unknownRef(repository, ref) {
	const names = (await repository.git.text("for-each-ref", `--count=${MAX_SUGGESTED_FROM}`, "--format=%(refname)", "refs/heads", "refs/tags", "refs/remotes")).split("\n").flatMap((name) => {
		const short = name.replace(/^refs\/(heads|tags|remotes)\//, "");
		return name.startsWith("refs/remotes/") ? [short, short.slice(short.indexOf("/") + 1)] : [short];
	});
	const near = nearestNames(ref, [...new Set(names)], 3);
	const meant = near.length > 0 ? `Did you mean ${near.join(", ")}?` : "List what there is: git branch -a; git tag.";
	const shallow = repository.shallow ? ` This clone is shallow: ${repository.host.wholeHistory.clause}.` : "";
	return new UserError("ref", `${ref} is no branch, tag or commit of this repository`, meant + shallow);
}
/** The commit of a name that the user wrote: local names first, then those of the remote. */
async function resolveRef(repository, ref, what) {
	checkRevision(ref, what);
	const { remote } = repository;
	const local = await commitOf(repository, ref) ?? (remote === null ? null : await commitOf(repository, `refs/remotes/${remote}/${ref}`));
	if (local !== null) return local;
	const asked = /^[0-9a-f]{40}$/.test(ref) ? ref : repository.shallow && /^[\w./-]+$/.test(ref) ? await askRemote(repository, [`refs/heads/${ref}`, `refs/tags/${ref}`]) : null;
	if (asked !== null && await obtain(repository, asked)) return asked;
	throw await unknownRef(repository, ref);
}

// src/git/base.ts
/** Default branches where nothing says which one is. */
const USUAL_NAMES = ["main", "master"];
const wholeHistory = ({ host }) => `Fetch the history (${host.wholeHistory.aside}), or name another base in base.ref.`;
/** Before uncommitted changes lies the commit that they stand on; before a commit, its first parent. */
async function before(repository, head, because) {
	if (head.dirty) return {
		label: `HEAD${because}`,
		sha: head.sha,
		dirty: false
	};
	const parent = (await readCommit(repository.git, head.sha)).parents[0];
	if (parent === void 0) throw new UserError("first-commit", `${head.sha.slice(0, 7)} is the first commit of the repository: nothing lies before it to compare with`, "Name another base in base.ref, or commit a change first.");
	if (await obtain(repository, parent)) return {
		label: `parent${because}`,
		sha: parent,
		dirty: false
	};
	throw new UserError("no-merge-base", `The parent ${parent.slice(0, 7)} of ${head.sha.slice(0, 7)} is not in this shallow clone and could not be fetched`, wholeHistory(repository));
}
/**
* The target branch's commit in the merge that a service makes of a change, or null when `sha` is no such
* merge. It is the exact base of that merge, whatever the branch is called and whatever else was fetched.
*/
async function previewedBase(repository, sha) {
	const { parents, subject } = await readCommit(repository.git, sha);
	return parents.length > 1 && repository.host.isPreview({
		sha,
		parents,
		subject
	}) ? parents[0] : null;
}
/** The branch that head will be merged into: what the job's service names, else the default branch. */
async function targetBranch(repository) {
	const { git, host, remote } = repository;
	if (host.target !== null) checkRevision(host.target.branch, host.target.namedBy);
	const known = async (name, ref) => {
		const sha = await commitOf(repository, ref);
		return sha === null ? null : {
			name,
			sha
		};
	};
	const tracked = (branch) => known(`${remote}/${branch}`, `refs/remotes/${remote}/${branch}`);
	const asked = async (ref, branch) => {
		const sha = await askRemote(repository, [ref]);
		return sha !== null && await obtain(repository, sha) ? {
			name: `${remote}/${branch}`,
			sha
		} : null;
	};
	/** In the order of preference, each asked for only where those before it are not there. */
	async function* places() {
		if (remote !== null) {
			if (host.target !== null) {
				yield await tracked(host.target.branch);
				yield await asked(`refs/heads/${host.target.branch}`, host.target.branch);
			}
			const pointer = await git.maybe("symbolic-ref", "--quiet", `refs/remotes/${remote}/HEAD`);
			if (pointer !== null) yield await tracked(pointer.slice(`refs/remotes/${remote}/`.length));
			for (const name of USUAL_NAMES) yield await tracked(name);
			if (repository.shallow) yield await asked("HEAD", "HEAD");
		}
		for (const name of USUAL_NAMES) yield await known(name, `refs/heads/${name}`);
	}
	for await (const branch of places()) if (branch !== null) return branch;
	throw new UserError("no-merge-base", "No default branch was found to take the merge base with (origin/HEAD, origin/main, origin/master, main, master)", "Name the base in base.ref, or tell git the default branch: git remote set-head origin --auto.");
}
async function mergeBase(repository, head) {
	const previewed = await previewedBase(repository, head.sha);
	if (previewed !== null && await obtain(repository, previewed)) return {
		label: "merge-base",
		sha: previewed,
		dirty: false
	};
	const target = await targetBranch(repository);
	const found = await mergeBaseOf(repository, target.sha, head.sha);
	if (found === null || !await obtain(repository, found)) {
		const shallow = repository.shallow ? " This clone is shallow, and deepening it did not reach one." : "";
		throw new UserError("no-merge-base", `${head.label} (${head.sha.slice(0, 7)}) and ${target.name} (${target.sha.slice(0, 7)}) have no common ancestor.${shallow}`, wholeHistory(repository));
	}
	if (found !== head.sha) return {
		label: "merge-base",
		sha: found,
		dirty: false
	};
	return await before(repository, head, head.dirty ? " (below the uncommitted changes)" : ` (head is on ${target.name})`);
}
async function newestTag(repository, pattern, head) {
	checkRevision(pattern, "tag pattern");
	const listed = await repository.git.text("for-each-ref", `--merged=${head.sha}`, "--sort=-version:refname", "--sort=-creatordate", "--count=2000", "--format=%(refname:strip=2)", `refs/tags/${pattern}`);
	for (const tag of listed.split("\n").filter((name) => name !== "")) {
		const sha = await commitOf(repository, `refs/tags/${tag}`);
		if (sha !== null && (head.dirty || sha !== head.sha)) return {
			label: tag,
			sha,
			dirty: false
		};
	}
	throw new UserError("ref", `No tag that matches ${pattern} can be reached from ${head.label} (${head.sha.slice(0, 7)})`, repository.shallow ? wholeHistory(repository) : "List the tags that can be: git tag --merged HEAD. Or name another base in base.ref.");
}
/**
* The commit of the base side.
*
* - `merge-base`: where head left the branch that it will be merged into; when all that is committed is on
*   that branch
*   already, the commit before: HEAD below uncommitted changes, else the parent.
* - `parent`: the first parent of head; HEAD itself when uncommitted changes stand on it.
* - `ref`: the commit of that name.
* - `tag`: the newest tag of that pattern that head can reach, other than one on a clean head itself.
*/
async function resolveBase(repository, base, head) {
	switch (base.kind) {
		case "merge-base": return await mergeBase(repository, head);
		case "parent": return await before(repository, head, head.dirty ? " (below the uncommitted changes)" : "");
		case "ref": return {
			label: base.ref,
			sha: await resolveRef(repository, base.ref, "base ref"),
			dirty: false
		};
		case "tag": return await newestTag(repository, base.pattern, head);
	}
}

// src/git/repository.ts
/** Finds the repository of `project`, or throws a UserError that says why there is none to compare. */
async function openRepository(project, env, host, limits) {
	const here = new Git(project, env, {
		...limits,
		host
	});
	if ((await here.ask("rev-parse")).complaint.includes("not a git repository")) throw new UserError("git", `${project} is not in a git repository`, "Run Benchgate in a checkout of your repository; base and head are taken from its history.");
	const root = await realpath(await here.text("rev-parse", "--show-toplevel"));
	const git = here.in(root);
	const headSha = await git.maybe("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
	if (headSha === null) throw new UserError("git", `${root} has no commit yet`, "Commit the state to compare with first.");
	const about = await git.text("rev-parse", "--is-shallow-repository", "--path-format=absolute", "--git-common-dir");
	const lineEnd = about.indexOf("\n");
	const remotes = (await git.text("remote")).split("\n").filter((name) => /^[^-]/.test(name));
	return {
		git,
		root,
		prefix: relative(root, await realpath(project)),
		commonDirectory: await realpath(about.slice(lineEnd + 1)),
		headSha,
		remote: remotes.includes("origin") ? "origin" : remotes.length === 1 ? remotes[0] : null,
		shallow: about.slice(0, lineEnd) === "true",
		host
	};
}

// src/checkout/open-revisions.ts
/** Resolves which two versions of a project are meant. */
async function openRevisions(o) {
	const deadline = performance.now() + o.timeLimitMs;
	const remainingMs = () => deadline - performance.now();
	const env = withGitSettings(o.env, o.gitSettings);
	const repository = await openRepository(o.project, env, o.host, {
		signal: o.signal,
		remainingMs
	});
	const changes = o.head.kind === "working-tree" ? await readUncommitted(repository) : null;
	const head = o.head.kind === "ref" ? {
		label: o.head.ref,
		sha: await resolveRef(repository, o.head.ref, "head ref"),
		dirty: false
	} : {
		label: "working tree",
		sha: repository.headSha,
		dirty: (changes?.paths.length ?? 0) > 0
	};
	return {
		repository,
		changes,
		head,
		base: () => resolveBase(repository, o.base, head),
		remainingMs
	};
}

// src/checkout/worktree.ts
/** Files of Git LFS that are examined to see whether the user's checkout holds their content. */
const MAX_LFS_LOOKED_AT = 50;
/** Another process writes such a record in far less time than git takes to start again. */
const MAX_ATTEMPTS = 10;
const LFS_POINTER = Buffer.from("version https://git-lfs.github.com/spec/");
async function isLfsPointer(file) {
	const entry = await lstat(file).catch(() => null);
	if (entry === null || !entry.isFile()) return false;
	const handle = await open(file);
	try {
		const { buffer } = await handle.read(Buffer.alloc(LFS_POINTER.length), 0, LFS_POINTER.length, 0);
		return buffer.equals(LFS_POINTER);
	} finally {
		await handle.close();
	}
}
/**
* Environment variables that make a checkout treat large files as the user's checkout does. Where that holds
* pointers, both sides get pointers and nothing is downloaded; where it holds the content, both sides get it
* too, since a benchmark may read it.
*/
async function largeFileSettings(repository) {
	const { git, root } = repository;
	if (await git.maybe("config", "--get", "filter.lfs.smudge") === null) return {};
	const listed = await git.ask("ls-files", "-z", "--", ":(attr:filter=lfs)");
	const files = splitNul(listed.stdout).slice(0, MAX_LFS_LOOKED_AT);
	for (const file of files) if (await isLfsPointer(join(root, file))) return { GIT_LFS_SKIP_SMUDGE: "1" };
	return {};
}
/** Checks commits out, each in a working tree of its own that shares the repository and moves no branch. */
async function addWorktrees(repository, wanted) {
	const git = repository.git.in(repository.root, await largeFileSettings(repository));
	for (const { directory, sha, onStart } of wanted) {
		onStart();
		await addWorktree(git, directory, sha);
	}
}
async function addWorktree(git, directory, sha) {
	for (let attempt = 1;; attempt++) {
		const answer = await git.ask("worktree", "add", "--quiet", "--detach", directory, sha);
		if (answer.ok) return;
		if (!/failed to read .*worktrees/.test(answer.complaint) || attempt === MAX_ATTEMPTS) throw git.failure("worktree add", answer);
		await rm(directory, {
			recursive: true,
			force: true
		});
	}
}
/**
* Exchanges two working trees. Each keeps its link to the repository, so that git works in both. Absolute
* paths that a set-up line wrote into files of one then lead into the other.
*/
async function exchangeWorktrees(commonDirectory, a, b) {
	const aside = `${a}~`;
	await rename(a, aside);
	try {
		await rename(b, a);
	} catch (error) {
		await rename(aside, a);
		throw error;
	}
	await rename(aside, b);
	exchangeRecords(commonDirectory, a, b);
}

// src/checkout/checkout.ts
const NO_BASE = /* @__PURE__ */ new Set(["no-merge-base", "first-commit"]);
const FAILED_PREPARATION = /* @__PURE__ */ new Set(["setup", "dependencies"]);
/** The result of a promise, or the UserError that it rejects with if that has one of these codes. */
async function orError(work, codes) {
	try {
		return await work;
	} catch (error) {
		if (error instanceof UserError && codes.has(error.code)) return error;
		throw error;
	}
}
/**
* Checks base and head out beside each other, with their dependencies, ready to be measured. The user's own
* checkout is only read: head's checkout gets a copy of uncommitted changes. Cleans up when it throws.
*
* Throws a UserError (git, ref, no-merge-base, dependencies, setup) or the signal's reason.
*/
async function openCheckouts(o) {
	const revisions = await openRevisions(o);
	const { repository, head } = revisions;
	await removeStaleScratches(repository, o.env);
	const found = await orError(revisions.base(), o.baseMayFail ? NO_BASE : /* @__PURE__ */ new Set());
	const noBase = found instanceof UserError ? found : null;
	const base = found instanceof UserError ? {
		...head,
		dirty: false
	} : found;
	const scratch = await createScratch(repository, o.env);
	try {
		const sides = {
			base: bareSide(repository, {
				name: "base",
				root: join(scratch, "a"),
				sha: base.sha
			}),
			head: bareSide(repository, {
				name: "head",
				root: join(scratch, "b"),
				sha: head.sha
			})
		};
		await addWorktrees(repository, [sides.base, sides.head].map(({ name, root, sha }) => ({
			directory: root,
			sha,
			onStart: () => o.onProgress(`${name}: checking out ${sha.slice(0, 7)}`)
		})));
		const warnings = await fillHead(revisions, sides, noBase === null);
		const failure = await prepare$1(revisions, await placeProjects(repository, sides, o.head, warnings) && noBase === null ? [sides.base, sides.head] : [sides.head], o, warnings);
		o.signal.throwIfAborted();
		return opened(repository, scratch, {
			sides,
			base: noBase === null ? base : {
				label: "none",
				sha: null,
				dirty: false
			},
			head,
			warnings: [...new Set(warnings)],
			baseFailure: failure ?? noBase
		});
	} catch (error) {
		await removeScratch(repository.commonDirectory, scratch).catch(() => {});
		throw error;
	}
}
const bareSide = ({ git, prefix }, side) => ({
	...side,
	git: git.in(side.root),
	directory: join(side.root, prefix)
});
/** Copies uncommitted changes into head's checkout. Returns warnings about what the checkouts lack. */
async function fillHead({ repository, changes, head }, sides, hasBase) {
	const warnings = changes === null ? [] : await applyUncommitted(repository.root, sides.head.root, changes);
	if (hasBase && sides.base.sha === head.sha && !head.dirty) warnings.push(`base and head are the same commit, ${head.sha.slice(0, 7)}: only noise is measured`);
	if ([sides.base, sides.head].some(({ root }) => existsSync(join(root, ".gitmodules")))) warnings.push("The repository has submodules, which are not checked out: let base.setup do it if benchmarks need them");
	return warnings;
}
/** Makes sure that both checkouts have the project. False: base had none and got an empty directory. */
async function placeProjects({ prefix }, sides, head, warnings) {
	if (!await holdsProject(sides.head, prefix)) {
		const why = head.kind === "ref" ? `it does not exist at ${head.ref}` : "git ignores it";
		throw new UserError("git", `${prefix} is not part of head: ${why}`, "Run Benchgate in a directory that is committed, or at least not ignored.");
	}
	if (await holdsProject(sides.base, prefix)) return true;
	warnings.push(`base has no directory ${prefix}: all of its benchmarks are new`);
	await mkdir(sides.base.directory, { recursive: true });
	return false;
}
/** Whether a side's checkout has the project. Throws where it is behind a link out of the checkout. */
async function holdsProject({ name, root, directory }, prefix) {
	if (!existsSync(directory)) return false;
	if (isWithin$1(root, await realpath(directory))) return true;
	throw new UserError("git", `${prefix} of ${name} is behind a symbolic link that leaves the repository`, "Run Benchgate in a directory that is part of the repository on both sides.");
}
/** Gives the sides their dependencies. Returns why base has none, where that is no reason to stop. */
async function prepare$1({ repository, remainingMs }, sides, o, warnings) {
	const installed = await findInstalled(repository);
	const environments = childEnvironments(o.env, o.host.isOwnVariable);
	let failure = null;
	for (const side of sides) {
		const preparation = {
			...o,
			environments,
			setup: o.setup[side.name],
			remainingMs
		};
		const mayFail = side.name === "base" && o.baseMayFail;
		const done = await orError(prepareDependencies(repository, installed, side, preparation), mayFail ? FAILED_PREPARATION : /* @__PURE__ */ new Set());
		if (done instanceof UserError) failure = done;
		else warnings.push(...done);
	}
	return failure;
}
/** Two checkouts that are ready to be measured. */
function opened({ commonDirectory, prefix }, scratch, o) {
	let [basePlace, headPlace] = [o.sides.base.root, o.sides.head.root];
	const base = {
		directory: o.sides.base.directory,
		revision: o.base
	};
	const head = {
		directory: o.sides.head.directory,
		revision: o.head
	};
	let removed = false;
	return {
		base,
		head,
		/** The directory that holds both checkouts, and the plans of the processes that run in them. */
		scratch,
		/** Sentences for people: what differs from the user's checkout. */
		warnings: o.warnings,
		/** Why base cannot be measured; null: it can. */
		baseFailure: o.baseFailure,
		/**
		* Exchanges the directories of the checkouts, and with them everything that depends on the path. No
		* process may be running.
		*/
		async swap() {
			invariant(!removed, "the checkouts were removed before they were to change places");
			await exchangeWorktrees(commonDirectory, basePlace, headPlace);
			[basePlace, headPlace] = [headPlace, basePlace];
			base.directory = join(basePlace, prefix);
			head.directory = join(headPlace, prefix);
		},
		/** Removes both checkouts and git's records of them. A second call does nothing. */
		async remove() {
			removed = true;
			await removeScratch(commonDirectory, scratch);
		},
		/** A synchronous remove(), for signal handlers and `exit`, which cannot wait. */
		removeSync() {
			removed = true;
			removeScratchSync(commonDirectory, scratch);
		}
	};
}

// src/measure/commands.ts
const SHOWN_LENGTH$1 = 100;
/**
* How two commands may be recognised as the same, the surest way first: a command whose line was edited is
* still the same command.
*/
const LIKENESSES = [
	(a, b) => a.run === b.run && isInOnePlace(a, b),
	(a, b) => a.run === b.run && a.workingDirectory === b.workingDirectory,
	(a, b) => a.run === b.run,
	(a, b) => a.format === b.format && isInOnePlace(a, b),
	isInOnePlace,
	() => true
];
function isInOnePlace(a, b) {
	return a.workingDirectory === b.workingDirectory && a.namePrefix === b.namePrefix;
}
/** Pairs the commands of both sides, the most alike first. A command that only one side has remains alone. */
function pairCommands(base, head, suites = []) {
	const left = [...base];
	const pairs = head.map((own) => ({
		base: null,
		head: own
	}));
	for (const isLike of LIKENESSES) {
		const candidates = pairs.filter((pair) => pair.base === null).flatMap((pair) => left.filter((other) => isLike(other, pair.head)).map((other) => ({
			pair,
			other
		}))).map((one) => ({
			...one,
			distance: editDistance(one.other.run, one.pair.head.run)
		})).sort((a, b) => a.distance - b.distance);
		for (const { pair, other } of candidates) {
			if (pair.base !== null || !left.includes(other)) continue;
			pair.base = left.splice(left.indexOf(other), 1)[0];
		}
	}
	return named$2([...pairs, ...left.map((own) => ({
		base: own,
		head: null
	}))], suites);
}
/**
* Gives each pair a name of its own, which no suite has either: its line, with a number where lines are
* alike.
*/
function named$2(pairs, suites) {
	const taken = new Set(suites);
	return pairs.map((pair) => {
		const line = shownCommand(pair.head ?? pair.base);
		let suite = line;
		for (let count = 2; taken.has(suite); count++) suite = `${line} (${count})`;
		taken.add(suite);
		return {
			...pair,
			suite
		};
	});
}
const shownCommand = ({ run, workingDirectory }) => workingDirectory === null ? shownLine(run) : `${workingDirectory}: ${shownLine(run)}`;
/** One or more command lines as a single line that is short enough to read. */
function shownLine(line) {
	const characters = [...line.trim().replace(/\s+/g, " ")];
	if (characters.length <= SHOWN_LENGTH$1) return characters.join("");
	return `${characters.slice(0, 99).join("")}…`;
}

// node_modules/mitata/package.json
var version = "1.0.34";

// src/measure/environment.ts
/** What the measurements depend on besides the code. It is read once, before the first process. */
function readEnvironment(env, { image }, nodeVersion = process.version) {
	return {
		cpu: os.cpus()[0]?.model.trim() || "unknown",
		cores: os.availableParallelism(),
		os: `${os.type()} ${os.release()} ${os.arch()}`,
		image,
		node: nodeVersion,
		nodeFlags: [],
		mitata: version,
		loadAverage: Math.round((os.loadavg()[0] ?? 0) * 100) / 100,
		ci: env["CI"] === "true" || env["CI"] === "1"
	};
}

// src/measure/node-on-path.ts
const ownNode = {
	path: process.execPath,
	version: process.version
};

// src/stats/random.ts
/** FNV-1a over UTF-16 code units, with a final mix so that close seeds start far apart. */
function hash$1(text, salt) {
	let h = 2166136261 ^ salt;
	for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
	h = Math.imul(h ^ h >>> 16, 2246822507);
	h = Math.imul(h ^ h >>> 13, 3266489909);
	return (h ^ h >>> 16) >>> 0;
}
/**
* A generator that gives the same stream for the same seed on every machine: never for secrets.
*
* Source: C. Doty-Humphrey, "PractRand" (sfc32: three words of chaotic state and a counter, period at least
* 2^32); shuffle: R. Durstenfeld, "Algorithm 235", CACM 7 (1964).
*/
function createRandom(seed) {
	const text = String(seed);
	let a = hash$1(text, 0);
	let b = hash$1(text, 2654435769);
	let c = hash$1(text, 2135587861);
	let counter = 1;
	function word() {
		const out = a + b + counter | 0;
		counter = counter + 1 | 0;
		a = b ^ b >>> 9;
		b = c + (c << 3) | 0;
		c = (c << 21 | c >>> 11) + out;
		return out >>> 0;
	}
	for (let i = 0; i < 12; i++) word();
	const uniform = () => ((word() >>> 5) * 67108864 + (word() >>> 6) + .5) / 9007199254740992;
	const integer = (limit) => Math.floor(uniform() * limit);
	return {
		uniform,
		integer,
		normal: () => normalQuantile(uniform()),
		shuffle(items) {
			const out = [...items];
			for (let i = out.length - 1; i > 0; i--) {
				const j = integer(i + 1);
				const kept = out[i];
				out[i] = out[j];
				out[j] = kept;
			}
			return out;
		}
	};
}

// src/compare/outlook.ts
/**
* How likely each remaining look is to decide a hypothesis, given its blocks so far: the estimate after N
* pairs is normal around the estimate after n, with the variance that N - n pairs add. Deciding means ruling
* out the fail level or proving a slowdown of at least the floor; once the fail level is ruled out, it means
* proving an improvement.
*
* Source: predictive power, D. J. Spiegelhalter, L. S. Freedman and P. R. Blackburn, "Monitoring Clinical
* Trials: Conditional or Predictive Power?", Controlled Clinical Trials 7 (1986), 8-17.
*/
function outlook(input) {
	const { blocks, hypothesis, failRuledOut, looks, lookIndex, q, hypotheses } = input;
	const estimate = shiftEstimate(blocks);
	const sigma = processSigma(blocks, estimate);
	const standardError = (count) => sigma * Math.sqrt(2 / (RANK_EFFICIENCY * 4 * count));
	const now = standardError(blocks.length);
	const weights = spendableWeights(looks, q, hypotheses);
	return looks.flatMap((look, i) => {
		if (i <= lookIndex || look.blocks <= blocks.length) return [];
		const then = standardError(look.blocks);
		const spread = Math.sqrt(now ** 2 - then ** 2);
		const below = (limit) => spread === 0 ? Number(estimate < limit) : normalCdf((limit - estimate) / spread);
		const passes = below(hypothesis.failLog - normalQuantile(1 - look.beta) * then);
		const level = q * weights[i] / hypotheses;
		const proof = level === 0 ? Infinity : Math.max(normalQuantile(1 - level) * then, hypothesis.warnLog);
		const probability = failRuledOut ? below(-proof) : Math.min(1, passes + 1 - below(proof));
		return [{
			blocks: look.blocks,
			probability
		}];
	});
}
/** A comparison with a lower probability of ever being decided is not worth its time. */
const HOPELESS = .1;
/**
* Blocks, at most `atMost`, by which a hypothesis is more likely decided than not, or else those of its most
* promising look; null where no look is likely to decide it.
*/
function blocksToDecide(input, atMost) {
	const prospects = outlook(input).filter(({ blocks }) => blocks <= atMost);
	const likely = prospects.find(({ probability }) => probability >= .5);
	if (likely !== void 0) return likely.blocks;
	const best = prospects.reduce((most, one) => most === null || one.probability > most.probability ? one : most, null);
	return best !== null && best.probability >= HOPELESS ? best.blocks : null;
}

// src/gate/blocks.ts
/** Two blocks are eight processes: enough for a median with its spread. */
const BLOCKS_ALONE = 2;
/**
* The most blocks that are planned where time allows: a change still undecided after them is too small to
* matter here.
*/
const MOST_BLOCKS = 24;
/**
* Planning assumes that all benchmarks of suites are measured in this many blocks, and this share of them in
* the blocks after that.
*/
const BLOCKS_OF_ALL = 2;
const OPEN_SHARE = .25;
/** Calibrates every suite: one process a side, of which only batch sizes and warm-up times are kept. */
async function calibrate(stage, gated) {
	const { facts, runtime, session } = stage;
	const suites = Map.groupBy(gated.filter((one) => measurableOn(facts, one) !== "nowhere"), bySuite);
	let done = 0;
	for (const [suite, some] of suites) {
		const fraction = done++ / suites.size;
		runtime.onProgress({
			kind: "measuring",
			stage: "warm-up",
			undecided: 0,
			fraction,
			leftMs: 0
		});
		const failures = await session.calibrate(suite, idsOf(facts, some), everythingIn(facts, suite));
		facts.survey.failures.push(...failures);
	}
}
/** Measures block after block until everything is decided, the last look is taken or time is up. */
async function measurePlan(state) {
	const { plan, facts } = state;
	const givenUp = /* @__PURE__ */ new Set();
	let progress = /* @__PURE__ */ new Map();
	let blocksDone = 0;
	for (const [lookIndex, look] of plan.looks.entries()) {
		let timeUp = false;
		for (; blocksDone < look.blocks && !timeUp; blocksDone++) timeUp = !await measureRound(state, undecided(state, progress, givenUp), facts.first, {
			stage: `block ${blocksDone + 1}`,
			round: blocksDone,
			deadline: state.deadline,
			portion: bySuite
		});
		const isLast = timeUp || lookIndex === plan.looks.length - 1;
		progress = takeLook(plan, facts, progress, {
			lookIndex,
			final: isLast
		});
		if (!isLast) giveUp(state, progress, givenUp, lookIndex);
		const open = undecided(state, progress, givenUp);
		if (!isLast && open.length > 0) continue;
		if (!isLast && givenUp.size > 0) progress = takeLook(plan, facts, progress, {
			lookIndex,
			final: true
		});
		const isOpen = hasInconclusive(progress);
		const stoppedBy = timeUp ? "time-limit" : isLast ? open.length > 0 || isOpen ? "max-pairs" : "decided" : isOpen && givenUp.size > 0 ? "out-of-reach" : "decided";
		if (timeUp) refuseNoBlock(state);
		return {
			progress,
			stoppedBy,
			givenUp
		};
	}
	throw new Error("bug in benchgate: a plan without a look");
}
/**
* Gives up what is not worth more time: comparisons that no planned look is likely to decide and, where time
* does not suffice for all, those that would take the most of it. A comparison that was given up is never
* resumed, because the remaining tests rely on that.
*/
function giveUp(state, progress, givenUp, lookIndex) {
	const { session, facts, plan } = state;
	const done = plan.looks[lookIndex].blocks;
	let leftMs = state.deadline - performance.now();
	const costs = /* @__PURE__ */ new Map();
	for (const [suite, gated] of Map.groupBy(undecided(state, progress, givenUp), bySuite)) {
		const ids = idsOf(facts, gated);
		const blockMs = session.estimateBlockMs(suite, ids) / ids.head.length;
		for (const one of gated) {
			const blocks = blocksNeeded(state, one, progress, {
				lookIndex,
				atMost: done + leftMs / blockMs
			});
			const known = costs.get(one.benchmark) ?? 0;
			if (blocks === null) givenUp.add(one.key);
			else costs.set(one.benchmark, Math.max(known, (blocks - done) * blockMs));
		}
	}
	const cheapestFirst = [...costs].sort(([, a], [, b]) => a - b);
	const tooDear = new Set(cheapestFirst.filter(([, ms]) => (leftMs -= ms) < 0).map(([benchmark]) => benchmark));
	for (const { key, benchmark } of plan.gated) if (tooDear.has(benchmark)) givenUp.add(key);
}
/** Blocks, at most `atMost`, by which a comparison is expected to be decided; null: by none. */
function blocksNeeded({ facts, plan }, gated, decided, { lookIndex, atMost }) {
	const { looks, tested } = plan;
	const { hypothesis } = gated;
	const blocks = testableBlocks(gated.metric, measuredOf(facts, gated).first);
	const progress = decided.get(gated.key);
	if (hypothesis === null || progress === void 0 || blocks.length === 0 || progress.decision !== null) {
		const next = looks[lookIndex + 1].blocks;
		return next <= 8 ? next : null;
	}
	const { failRuledOut } = progress;
	return blocksToDecide({
		blocks,
		hypothesis,
		failRuledOut,
		looks,
		lookIndex,
		q: Q,
		hypotheses: tested
	}, atMost);
}
const hasInconclusive = (progress) => [...progress.values()].some(({ decision }) => decision === "inconclusive");
/**
* Throws a UserError where the time limit left no room for a single block. There is nothing to report then,
* which must not look like a pass.
*/
function refuseNoBlock({ facts, request }) {
	if (facts.first.size > 0) return;
	const seconds = Math.round(request.config.measure.timeLimitMs / 1e3);
	throw new UserError("time-limit", `the time limit of ${seconds} s was used up before one block was complete`, "Raise measure.time-limit (or --time-limit), narrow --filter, or give the set-up less to do.");
}
/** The gated metrics that another block could still decide. */
function undecided(state, progress, givenUp) {
	const { facts, plan } = state;
	return plan.gated.filter((gated) => {
		if (givenUp.has(gated.key)) return false;
		const where = measurableOn(facts, gated);
		if (where === "nowhere") return false;
		const { first } = measuredOf(facts, gated);
		const isLimitOpen = () => absoluteState(gated.limits, headInterval(facts, gated)) === "undecided";
		if (gated.metric.exact && where === "both" && first.length === 0) return true;
		if (where === "head") return isLimitOpen() || first.length < blocksAlone(state);
		if (first.length >= BLOCKS_IN_VAIN && costBlocks(gated.metric, first).length === 0) return false;
		if (gated.hypothesis && (progress.get(gated.key)?.decision ?? null) === null) return true;
		return isLimitOpen() || isPromiseOpen(gated, comparisonSoFar(state, gated, progress));
	});
}
const BLOCKS_IN_VAIN = 2;
/** Blocks that a benchmark without a base gets: enough for a stored value, or for a comparison with one. */
const blocksAlone = ({ request, facts }) => request.command === "record" || facts.origin.kind === "head-alone" ? BLOCKS_ALONE : 0;
const headInterval = (facts, gated) => ownInterval(gated.metric, sideOf$1(measuredOf(facts, gated).first, "head"));
const comparisonSoFar = ({ plan, facts }, gated, progress) => pairedComparison(plan, facts, gated, {
	progress,
	timeUp: false
});
const isPromiseOpen = ({ limits, metric }, comparison) => limits.minImprovement !== null && promiseState(limits, metric, comparison) === "undecided";
/**
* Measures one block of every suite that has something to measure, in random order. Returns false when the
* deadline prevented one of them.
*/
async function measureRound(stage, open, into, o) {
	const { facts, session, random, runtime } = stage;
	const parts = random.shuffle(partsOf(stage, open, o.portion)).map((part) => ({
		...part,
		estimateMs: session.estimateBlockMs(part.suite, part.ids)
	}));
	const totalMs = parts.reduce((sum, { estimateMs }) => sum + estimateMs, 0);
	const undecided = new Set(open.map(({ benchmark }) => benchmark)).size;
	let doneMs = 0;
	let inTime = true;
	for (const { suite, ids, all, estimateMs } of parts) {
		const report = (ms) => {
			const fraction = totalMs === 0 ? 0 : (doneMs + ms) / totalMs;
			const leftMs = totalMs - doneMs - ms;
			runtime.onProgress({
				kind: "measuring",
				stage: o.stage,
				undecided,
				fraction,
				leftMs
			});
		};
		report(0);
		if (performance.now() + estimateMs > o.deadline) {
			inTime = false;
			continue;
		}
		const outcome = await session.measureBlock(suite, ids, all, (fraction) => report(fraction * estimateMs));
		if (outcome.failure) noteFailure(facts, outcome.failure, into);
		for (const [id, block] of outcome.blocks) into.set(id, [...into.get(id) ?? [], {
			round: o.round,
			...block
		}]);
		doneMs += estimateMs;
	}
	return inTime;
}
/**
* Records that a suite can no longer be measured. A failure while confirming says nothing about the change:
* what was detected stays unconfirmed.
*/
function noteFailure({ survey, fresh }, failure, into) {
	if (into !== fresh) survey.failures.push(failure);
	else survey.warnings.push(sentenceOf({
		code: "suite-failure-again",
		...failure
	}));
}
const bySuite = ({ suite }) => suite;
/** The parts that a round has to run, each with its suite. */
function partsOf({ facts, session }, open, portion) {
	return [...Map.groupBy(open, portion).values()].flatMap((gated) => {
		const { suite } = gated[0];
		const ids = idsOf(facts, gated);
		return session.parts(suite, ids, everythingIn(facts, suite)).map((part) => ({
			suite,
			...part
		}));
	});
}
/**
* Blocks of the longest comparison. They depend on the remaining time only, because the measured numbers must
* not choose how they are tested. In suites most metrics are decided after a block or two, so the usual
* number is planned even where not all of them could be measured that long. Executions of commands are long,
* and decided ones are repeated along with undecided ones, so the plan holds no block that there is no time
* for: it would keep a part of the error rate.
*/
function blocksToPlan(stage, gated) {
	const roundMs = partsOf(stage, gated.filter((one) => measurableOn(stage.facts, one) !== "nowhere"), bySuite).reduce((sum, { suite, ids }) => sum + stage.session.estimateBlockMs(suite, ids), 0);
	const rounds = roundMs === 0 ? 8 : Math.floor((stage.deadline - performance.now()) / roundMs);
	if (stage.commands.size > 0) return Math.min(MOST_BLOCKS, Math.max(1, rounds));
	const blocks = BLOCKS_OF_ALL + Math.floor((rounds - BLOCKS_OF_ALL) / OPEN_SHARE);
	return Math.min(MOST_BLOCKS, Math.max(8, blocks));
}
/** The benchmarks to run on each side. */
function idsOf(facts, gated) {
	const on = (sides) => [...new Set(gated.filter((one) => sides.includes(measurableOn(facts, one))).map(({ benchmark }) => benchmark))];
	return {
		base: on(["both"]),
		head: on(["both", "head"])
	};
}
/**
* Every benchmark of a suite that both sides have, gated or not, since one benchmark may depend on another.
*/
function everythingIn({ survey }, suite) {
	const shared = survey.benchmarks.filter(({ suite: own, base, head }) => own === suite && base && head).map(({ id }) => id);
	return {
		base: shared,
		head: shared
	};
}

// src/gate/confirm-changes.ts
/**
* Measures every detected change again in fresh blocks. The checkouts are swapped, so that the directory
* cannot be the cause, and each benchmark of a suite gets processes of its own, so that no neighbour can be.
* A command that was built for its directory is measured there: a build may write the path of its checkout
* into files, which after a swap would start the other side.
*/
async function confirmChanges(state, confirming) {
	const { worse = [], better = [] } = Object.groupBy(state.plan.gated.filter((gated) => measurableOn(state.facts, gated) !== "nowhere"), (gated) => directionOf(state, gated, confirming.progress) ?? "none");
	const changes = [...worse, ...better];
	if (changes.length === 0) return;
	const deadline = Math.max(state.deadline, performance.now()) + state.request.config.measure.timeLimitMs / 2;
	const isFixed = ({ suite }) => confirming.builtInPlace.has(suite);
	const rounds = (gated) => confirmRounds(state, gated, confirming.progress, deadline);
	await rounds(changes.filter(isFixed));
	if (!changes.every(isFixed)) await confirming.swap();
	for (const some of [worse, better]) await rounds(some.filter((gated) => !isFixed(gated)));
}
/** The direction in which the first blocks show a change that chance does not explain; null: none. */
function directionOf(state, gated, progress) {
	if (gated.metric.exact && comparisonSoFar(state, gated, progress).decision === "regression") return "worse";
	const decision = progress.get(gated.key)?.decision;
	if (decision === "regression") return "worse";
	if (absoluteState(gated.limits, headInterval(state.facts, gated)).startsWith("beyond")) return "worse";
	return decision === "improvement" ? "better" : null;
}
async function confirmRounds(state, changes, progress, deadline) {
	const alone = ({ suite, benchmark }) => state.commands.has(suite) ? suite : `${suite}\n${benchmark}`;
	for (let round = 0; round < 8; round++) {
		const open = changes.filter((gated) => round < blocksToConfirm(state, gated, progress));
		if (open.length === 0) return;
		const stage = `confirming, block ${round + 1}`;
		await measureRound(state, open, state.facts.fresh, {
			stage,
			round,
			deadline,
			portion: alone
		});
	}
}
/**
* Blocks in which a detected change is measured again. A deterministic metric needs no test, and one block to
* make sure. A promised improvement is compared with its limit in these blocks alone, which therefore go on
* while that is undecided.
*/
function blocksToConfirm(state, gated, progress) {
	if (gated.metric.exact) return 1;
	return isPromiseOpen(gated, comparisonSoFar(state, gated, progress)) ? 8 : 3;
}

// src/measure/block.ts
/**
* A uniformly random arrangement of four base and four head processes. The exactness of the test depends on
* this draw alone. `random` gives uniform numbers in [0, 1).
*/
function drawBlock(random) {
	const order = [];
	let base = 4;
	let head = 4;
	while (base + head > 0) if (random() * (base + head) < base) {
		order.push("base");
		base--;
	} else {
		order.push("head");
		head--;
	}
	return order;
}
/**
* Runs a block in random order, on the sides that have something to run. Ends with the first process that
* fails, for which `start` resolves to a message.
*/
async function runBlock(o, start) {
	const ran = [];
	const order = drawBlock(o.random);
	for (const [i, side] of order.entries()) {
		if (o.ids[side].length > 0) {
			const process = await start(side);
			if (typeof process === "string") return {
				ran: null,
				failure: {
					suite: o.suite,
					side,
					message: process
				}
			};
			ran.push({
				side,
				process
			});
		}
		o.onFraction((i + 1) / order.length);
	}
	return {
		ran,
		failure: null
	};
}
/**
* Keeps what was wanted of one block's processes. A benchmark that any of them lacks is left out, because the
* test needs every process of a block.
*/
function collectBlocks(ran, wanted, statsOf) {
	const blocks = /* @__PURE__ */ new Map();
	for (const { side, process } of ran) for (const id of wanted[side]) {
		const stats = statsOf(process, side, id);
		if (stats === null) continue;
		const block = blocks.get(id) ?? {
			base: [],
			head: []
		};
		block[side].push(stats);
		blocks.set(id, block);
	}
	for (const [id, block] of blocks) if (!SIDES.every((side) => !wanted[side].includes(id) || block[side].length === 4)) blocks.delete(id);
	return blocks;
}
const noBlocks = (failure) => ({
	blocks: /* @__PURE__ */ new Map(),
	failure
});

// src/measure/command-files.ts
/** Files of an output whose times are read. */
const MAX_FILES$1 = 2e4;
const isWithin = (path, root) => path === root || path.startsWith(root + sep);
/**
* Why a command cannot run in a folder; null: it can. A link that leaves the project would lead both sides to
* the same folder.
*/
async function problemOfFolder(project, path, shown) {
	try {
		const real = await realpath(path);
		if (!isWithin(real, await realpath(project))) return `has a working-directory, ${shown}, behind a link that leaves the project`;
		return (await stat(real)).isDirectory() ? null : `has a working-directory, ${shown}, that is no folder`;
	} catch {
		return `has no folder ${shown}, its working-directory`;
	}
}
/**
* Removes what an earlier execution left, so that it is not read again. Returns why it could not, or must
* not, be removed.
*/
async function removeOutput(project, path, shown) {
	const parent = await realpath(dirname(path)).catch(() => null);
	if (parent === null) return null;
	if (!isWithin(parent, await realpath(project))) return `has an output, ${shown}, behind a link that leaves the project`;
	try {
		await rm(path, {
			recursive: true,
			force: true
		});
		return null;
	} catch (error) {
		return `has an output, ${shown}, of an earlier run that cannot be removed (${error instanceof Error && "code" in error ? String(error.code) : String(error)})`;
	}
}
/**
* The time at which a file, or anything in a folder, was last written, in ms since 1970; null where nothing
* exists.
*/
async function lastWritten(path) {
	const inside = await readdir(path, { recursive: true }).catch(() => []);
	const known = (await Promise.all([".", ...inside.slice(0, MAX_FILES$1)].map((name) => lstat(join(path, name)).then(({ mtimeMs }) => mtimeMs, () => null)))).filter((time) => time !== null);
	return known.length === 0 ? null : Math.max(...known);
}

// src/measure/command-execution.ts
const MAX_OUTPUT_BYTES = 64 * 2 ** 20;
/** File times may have a resolution of this many ms. */
const CLOCK_STEP_MS = 10;
/** Runs a command's set-up line in its folder. Returns why it failed; null: it succeeded. */
async function buildSide(command, line, project, { environments, signal, timeLimitMs }) {
	const result = await inShell(line, project, command, {
		env: environments.setup,
		signal,
		timeLimitMs,
		stdout: "tail"
	});
	if (typeof result === "string") return result;
	const how = result.stopped === "time-limit" ? "did not end within measure.time-limit" : badEnd(result, timeLimitMs);
	return how === null ? null : `does not build: \`${shownLine(line)}\` ${how}${lastWords(result.tail)}`;
}
/** Executes a command once in a project. Returns its results, or why there are none. */
async function executeCommand(command, project, o) {
	const { output } = command;
	const path = output === null ? null : resolve(join(project, command.workingDirectory ?? "."), output);
	if (path !== null && o.mayRemove) {
		const problem = await removeOutput(project, path, output);
		if (problem !== null) return problem;
	}
	const before = path === null || o.mayRemove ? null : await lastWritten(path);
	const startedAt = performance.now();
	const startedOn = Date.now();
	const limitMs = o.executionLimitMs;
	const result = await inShell(command.run, project, command, {
		env: o.environments.measured,
		signal: o.signal,
		timeLimitMs: limitMs,
		stdout: output === null ? MAX_OUTPUT_BYTES : "tail"
	});
	if (typeof result === "string") return result;
	o.onEnded(performance.now() - startedAt);
	const how = badEnd(result, limitMs);
	if (how !== null) return `${how}${wordsOf(result)}`;
	if (before !== null && before < startedOn - CLOCK_STEP_MS && await lastWritten(path) === before) return `wrote nothing to ${output}: what is there is of an earlier run${wordsOf(result)}`;
	try {
		const from = path === null ? { text: result.stdout } : {
			path,
			shown: output
		};
		const { benchmarks, warnings } = await o.readResults(from, command.format);
		const named = benchmarks.map((benchmark) => [`${command.namePrefix}${benchmark.id}`, benchmark]);
		return {
			benchmarks: new Map(named),
			warnings
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return `left no results: ${error.message}; ${error.remedy}${wordsOf(result)}`;
	}
}
async function inShell(line, project, { workingDirectory: folder }, options) {
	const cwd = join(project, folder ?? ".");
	const problem = await problemOfFolder(project, cwd, folder ?? ".");
	if (problem !== null) return problem;
	try {
		return await runProcess(line, {
			cwd,
			...options
		});
	} catch (error) {
		options.signal?.throwIfAborted();
		return `could not be started: ${error instanceof Error ? error.message : String(error)}`;
	}
}
/** How a program failed, as the end of a sentence; null: it did not. */
function badEnd(result, limitMs) {
	switch (result.stopped) {
		case "time-limit": return `did not end within ${(limitMs / 1e3).toFixed(limitMs < 1e4 ? 1 : 0)} s: raise measure.time-limit, of which an execution may take an eighteenth: a verdict needs two to warm up and two blocks of eight`;
		case "output-limit": return `printed more than ${MAX_OUTPUT_BYTES / 2 ** 20} MiB: let it write a summary, or a file that \`output\` names`;
		default: return result.exitCode === 0 ? null : howItEnded(result);
	}
}
/**
* The last output of a program, errors first, without what looks like results: tools write results to
* standard error too, and some print a results file as well.
*/
function wordsOf({ stdout, tail }) {
	const isCut = Buffer.byteLength(tail) >= TAIL_BYTES;
	return lastWordsOfResults(tail, isCut) || lastWordsOfResults(stdout.subarray(-16384).toString(), stdout.length > 16384);
}

// src/measure/retry-policy.ts
const DEATHS_UNTIL_EXCLUDED = 2;
/**
* Repeats an attempt as long as another may do better: `attempts` times at most, plus once for every attempt
* that led to an exclusion. Each attempt gets the last outcome.
*/
async function untilGood(attempts, counts, attempt) {
	let last = null;
	for (let left = attempts;;) {
		const { excluded } = counts;
		const { outcome, again } = await attempt(last);
		if (counts.excluded === excluded) left--;
		if (!again || left === 0) return outcome;
		last = outcome;
	}
}
/**
* Records what failed in a process that should have run these benchmarks. A benchmark that ends its process
* twice is excluded.
*/
function noteOutcome(counts, side, outcome, ids) {
	for (const [id, message] of failuresIn(outcome, ids)) counts.noteFailure(side, id, message);
	const culprit = outcome.death?.running ?? null;
	if (culprit === null) return;
	if (counts.noteDeath(side, culprit) >= DEATHS_UNTIL_EXCLUDED) counts.exclude(side, culprit);
}
/**
* Messages by benchmark. When the process ended early, nothing is known of the benchmarks that had not run
* yet.
*/
function failuresIn({ death, errors, results }, ids) {
	const found = /* @__PURE__ */ new Map();
	for (const id of ids) if (errors.has(id)) found.set(id, errors.get(id));
	else if (death === null && !results.has(id)) found.set(id, "it was listed and then not registered");
	if (death?.running != null) found.set(death.running, errors.get(death.running) ?? death.message);
	return found;
}
/**
* The benchmarks that may still be started. One that both sides have and one side excludes is left out of the
* other side too.
*/
function withoutExcluded(counts, { base, head }) {
	const isAlive = (id) => !counts.isExcluded("head", id) && !(base.includes(id) && counts.isExcluded("base", id));
	return {
		base: base.filter(isAlive),
		head: head.filter(isAlive)
	};
}
/**
* What follows for benchmarks that threw, after a second chance beside their whole suite. Those that threw
* again are excluded. Those that did not had lacked a neighbour that they depend on, if any was absent, and
* then their suite must not be split.
*/
function afterSecondChance(threw, results, lackedNeighbours) {
	const excluded = threw.filter((id) => results?.has(id) !== true);
	return {
		excluded,
		indivisible: lackedNeighbours && excluded.length < threw.length
	};
}
/**
* True when a benchmark that ran before fails in every process of a block that lacks some of its neighbours:
* it depends on one of them.
*/
function isBrokenBySplitting(processes, ids, everything, hasRun) {
	if (SIDES.every((side) => ids[side].length >= everything[side].length)) return false;
	return ids.head.some((id) => hasRun(id) && processes.every(({ errors }) => errors.has(id)));
}

// src/measure/session.ts
/**
* Throws a UserError when time is up, naming `next`, the process that would start. Processes of a block are
* exempt.
*/
function refuseLate(deadline, next) {
	if (performance.now() <= deadline) return;
	throw new UserError("time-limit", `the time limit was used up before anything was measured: ${next} was next`, "Raise measure.time-limit (or --time-limit), or give the set-up less to do.");
}
/** Joins several sessions into one. Each measures its own suites. */
function joinSessions(sessions) {
	const bySuite = new Map(sessions.flatMap(({ suites, session }) => suites.map((suite) => [suite, session])));
	const of = (suite) => bySuite.get(suite);
	return {
		async discover() {
			const found = {
				failures: [],
				lateErrors: [],
				warnings: []
			};
			for (const { session } of sessions) {
				const { failures, lateErrors, warnings } = await session.discover();
				found.failures.push(...failures);
				found.lateErrors.push(...lateErrors);
				found.warnings.push(...warnings);
			}
			return found;
		},
		calibrate: (suite, wanted, all) => of(suite).calibrate(suite, wanted, all),
		parts: (suite, ids, all) => of(suite).parts(suite, ids, all),
		measureBlock: (suite, wanted, all, onFraction) => of(suite).measureBlock(suite, wanted, all, onFraction),
		estimateBlockMs: (suite, ids) => of(suite).estimateBlockMs(suite, ids),
		indivisible: () => sessions.flatMap(({ session }) => session.indivisible())
	};
}

// src/measure/command-session.ts
/** Warnings of an adapter that are reported. */
const MAX_WARNINGS$3 = 10;
/** Measures commands: each execution is one process of a block and measures all benchmarks of its tool. */
var CommandSession = class {
	#o;
	#bySuite;
	#elapsedMs = /* @__PURE__ */ new Map();
	/** The result of each set-up, by side, folder and line: why it failed, or null. */
	#built = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#o = options;
		this.#bySuite = new Map(options.commands.map((command) => [command.suite, command]));
	}
	/** Builds each side once and executes each command once, which warms up and shows its benchmarks. */
	async discover() {
		const { catalog, commands, onProgress } = this.#o;
		const found = {
			failures: [],
			lateErrors: [],
			warnings: []
		};
		for (const command of commands) {
			const { suite } = command;
			for (const side of SIDES) {
				const own = command[side];
				if (own === null) continue;
				onProgress(`${side}: ${suite}`);
				const message = await this.#setUp(suite, own, side) ?? await this.#warmUp(suite, own, side, found.warnings);
				if (message !== null) found.failures.push({
					suite,
					side,
					message
				});
			}
			catalog.assumeSame(suite);
		}
		return found;
	}
	/**
	* Why the side's build failed; null: it succeeded, or there is nothing to build. Commands with the same
	* line and folder share one build.
	*/
	async #setUp(suite, command, side) {
		const { deadline, sides } = this.#o;
		if (command.setup === null) return null;
		const key = JSON.stringify([
			side,
			command.workingDirectory,
			command.setup
		]);
		let failure = this.#built.get(key);
		if (failure === void 0) {
			refuseLate(deadline, `the set-up of ${suite} on ${side}`);
			const timeLimitMs = Math.max(1, deadline - performance.now());
			failure = await buildSide(command, command.setup, sides[side].directory, {
				...this.#o,
				timeLimitMs
			});
			this.#built.set(key, failure);
		}
		return failure;
	}
	/** The first execution, whose values are discarded. Returns why it failed; null: it succeeded. */
	async #warmUp(suite, command, side, warnings) {
		const { catalog, deadline } = this.#o;
		refuseLate(deadline, `${suite} on ${side}`);
		const execution = await this.#execute(suite, command, side);
		if (typeof execution === "string") return execution;
		if (side === "head") warnings.push(...passedOn(suite, execution.warnings));
		const nowhere = {
			file: null,
			line: null,
			hash: ""
		};
		for (const [id, { metrics }] of execution.benchmarks) {
			catalog.register({
				suite,
				source: "command",
				side
			}, id, [nowhere]);
			catalog.values(id, side, metrics);
		}
		this.#noteFailures(side, execution, [...execution.benchmarks.keys()]);
		return null;
	}
	/** Executes a command once. Returns its results, or why there are none. */
	#execute(suite, command, side) {
		return executeCommand(command, this.#o.sides[side].directory, {
			...this.#o,
			onEnded: (took) => {
				this.#elapsedMs.set(`${side} ${suite}`, took);
				this.#o.counts.noteProcess(took);
			}
		});
	}
	async calibrate() {
		return [];
	}
	/** An execution measures all benchmarks of its tool; none can be left out. */
	parts(_suite, ids, all) {
		return ids.base.length + ids.head.length === 0 ? [] : [{
			ids,
			all
		}];
	}
	measureBlock(suite, wanted, _all, onFraction) {
		const { catalog, counts, random } = this.#o;
		const command = this.#bySuite.get(suite);
		const statsOf = ({ benchmarks }, side, id) => {
			const benchmark = benchmarks.get(id);
			if (benchmark === void 0 || benchmark.failure !== null) return null;
			return { values: catalog.values(id, side, benchmark.metrics) };
		};
		return untilGood(2, counts, async () => {
			const { ran, failure } = await runBlock({
				suite,
				ids: wanted,
				random,
				onFraction
			}, async (side) => {
				const execution = await this.#execute(suite, command[side], side);
				if (typeof execution !== "string") this.#noteFailures(side, execution, wanted[side]);
				return execution;
			});
			return ran === null ? {
				outcome: noBlocks(failure),
				again: true
			} : {
				outcome: {
					blocks: collectBlocks(ran, wanted, statsOf),
					failure: null
				},
				again: false
			};
		});
	}
	/** Counts which of the wanted benchmarks failed, or were not reported at all. */
	#noteFailures(side, { benchmarks }, ids) {
		const { counts } = this.#o;
		counts.noteStarts(side, ids);
		for (const id of ids) {
			const benchmark = benchmarks.get(id);
			const failure = benchmark === void 0 ? "it was not in the results, though it was before" : benchmark.failure;
			if (failure !== null) counts.noteFailure(side, id, failure);
		}
	}
	estimateBlockMs(suite, ids) {
		return SIDES.filter((side) => ids[side].length > 0).reduce((sum, side) => sum + 4 * (this.#elapsedMs.get(`${side} ${suite}`) ?? 0), 0);
	}
	indivisible() {
		return [];
	}
};
/** The warnings of an adapter, limited in number and length so that a report can hold them. */
function passedOn(suite, warnings) {
	const shown = warnings.slice(0, MAX_WARNINGS$3).map((warning) => `${suite}: ${warning}`.slice(0, MAX_MESSAGE));
	const more = warnings.length - shown.length;
	return more === 0 ? shown : [...shown, `${suite}: and ${more} more warnings`];
}

// src/measure/failure-counts.ts
/**
* Counts what failed in the processes of one gate, by side and benchmark, and how many processes there were.
* All sessions share one.
*/
var FailureCounts = class {
	failures = {
		base: /* @__PURE__ */ new Map(),
		head: /* @__PURE__ */ new Map()
	};
	processes = 0;
	msInBenchmarks = 0;
	#started = {
		base: /* @__PURE__ */ new Map(),
		head: /* @__PURE__ */ new Map()
	};
	#deaths = {
		base: /* @__PURE__ */ new Map(),
		head: /* @__PURE__ */ new Map()
	};
	noteProcess(msInBenchmarks) {
		this.processes++;
		this.msInBenchmarks += msInBenchmarks;
	}
	/** Counts a process that should run these benchmarks. */
	noteStarts(side, ids) {
		for (const id of ids) {
			const of = increment(this.#started[side], id);
			const known = this.failures[side].get(id);
			if (known !== void 0) known.of = of;
		}
	}
	noteFailure(side, id, message) {
		const known = this.failures[side].get(id);
		this.failures[side].set(id, {
			message: known?.message ?? message,
			processes: (known?.processes ?? 0) + 1,
			of: this.#started[side].get(id) ?? 1,
			excluded: known?.excluded ?? false
		});
	}
	/** Counts a process that a benchmark ended. Returns how many there have been. */
	noteDeath(side, id) {
		return increment(this.#deaths[side], id);
	}
	/** Marks a benchmark that has failed as one that is not started again. */
	exclude(side, id) {
		this.failures[side].get(id).excluded = true;
	}
	isExcluded(side, id) {
		return this.failures[side].get(id)?.excluded === true;
	}
	get excluded() {
		return SIDES.flatMap((side) => [...this.failures[side].values()]).filter((one) => one.excluded).length;
	}
};
function increment(counts, id) {
	const count = (counts.get(id) ?? 0) + 1;
	counts.set(id, count);
	return count;
}

// src/measure/node-flags.ts
const TIME_LIMIT_MS$1 = 1e4;
/**
* The flags that this Node knows, with a warning about each other flag. Flags are tried one by one only when
* Node refuses them together. A Node that cannot start refuses all of them; the measuring processes then
* report why.
*/
async function knownFlags(node, flags, env) {
	const starts = async (some) => {
		const options = {
			cwd: process.cwd(),
			env,
			timeLimitMs: TIME_LIMIT_MS$1,
			stdout: "none"
		};
		return (await runProcess([
			node.path,
			...some,
			"-e",
			""
		], options).catch(() => null))?.exitCode === 0;
	};
	if (await starts(flags)) return {
		flags: [...flags],
		warnings: []
	};
	const known = [];
	for (const flag of flags) if (await starts([...known, flag])) known.push(flag);
	return {
		flags: known,
		warnings: flags.filter((flag) => !known.includes(flag)).map((flag) => `Node ${node.version} does not know ${flag}: measured without it, with more noise`)
	};
}

// src/measure/catalog.ts
/** Warnings about metrics that are kept, since thousands of benchmarks may all make the same mistake. */
const MAX_WARNINGS$2 = 20;
const SHOWN_NAME = 60;
/**
* Every benchmark that either side registers, and the metrics that each reports. `directions` says which
* direction of a metric is better. Where base has it too it overrides the tool, because a person wrote it.
*/
var Catalog = class {
	benchmarks = /* @__PURE__ */ new Map();
	#directions;
	#warnings = /* @__PURE__ */ new Map();
	#closed = false;
	constructor(directions) {
		this.#directions = directions;
	}
	get warnings() {
		return [...this.#warnings.values()];
	}
	/** Adds a warning, once for each subject and up to a limit. */
	warnOnce(about, message) {
		if (this.#warnings.has(about) || this.#warnings.size >= MAX_WARNINGS$2) return;
		this.#warnings.set(about, message);
	}
	/**
	* Adds a benchmark of a suite, with all places that register it on this side. Throws a UserError when two
	* benchmarks on head have one id.
	*/
	register({ suite, source, side }, id, places) {
		const known = this.benchmarks.get(id);
		const here = places[0];
		const other = places[1] ?? (known?.suite === suite ? null : known?.[side] ?? null);
		if (other && side === "head") refuseTwo(id, source, [other, known?.suite ?? suite], [here, suite]);
		const entry = {
			id,
			suite,
			source,
			metrics: [],
			base: null,
			head: null,
			movedFrom: null
		};
		if (!known) {
			refuseTooMany(this.benchmarks.size);
			this.benchmarks.set(id, {
				...entry,
				[side]: here
			});
		} else if (known.suite === suite) known[side] = here;
		else if (side === "base") known.movedFrom ??= known.base === null ? suite : null;
		else this.benchmarks.set(id, {
			...entry,
			head: here,
			movedFrom: known.suite
		});
	}
	/**
	* The values that one process reported of a benchmark, in normal units, by metric. A metric that is
	* reported for the first time on this side is recorded as one of the benchmark's; one that cannot be
	* compared is left out with a warning.
	*/
	values(id, side, reported) {
		const benchmark = this.benchmarks.get(id);
		const found = {};
		if (benchmark === void 0) return found;
		for (const raw of reported.slice(0, 64)) {
			const { unit, factor } = normalUnit(raw.unit) ?? {
				unit: raw.unit,
				factor: 1
			};
			const value = raw.value * factor;
			const better = this.#directionOf(raw);
			const obstacle = obstacleTo(raw.id, value, unit, better);
			const metric = {
				id: raw.id,
				unit,
				better,
				exact: raw.exact
			};
			const refusal = obstacle ?? this.#note(benchmark, side, metric);
			if (refusal === null) found[raw.id] = value;
			else {
				const about = obstacle === null ? `${id}\n${raw.id}` : `${raw.id}\n${obstacle}`;
				this.warnOnce(about, `${shown(id)}: ${shown(raw.id)} ${refusal}`);
			}
		}
		const more = reported.length - 64;
		if (more > 0) this.warnOnce(`${id}\n`, `${shown(id)} reports ${reported.length} metrics: ${more} of them are left out`);
		return found;
	}
	#directionOf({ id, better }) {
		const written = Object.hasOwn(this.#directions, id) ? this.#directions[id] : null;
		if (written !== null && written.added !== true) return written.better;
		return better ?? usualMetric(id)?.better ?? written?.better ?? null;
	}
	/**
	* Records a metric of this side. Returns why its values cannot be compared with the known ones; null: they
	* can.
	*/
	#note(benchmark, side, metric) {
		const known = benchmark.metrics.find(({ id }) => id === metric.id);
		if (known !== void 0 && (known.unit !== metric.unit || known.better !== metric.better)) return `is reported in two ways (${sense(known)}; ${sense(metric)}), and only the first is used`;
		if (this.#closed) return known?.[side] === true ? null : `was not reported by ${side} at first, and is left out`;
		if (known === void 0) {
			if (benchmark.metrics.length >= 64) return `is left out: it has ${64} metrics without it`;
			benchmark.metrics.push({
				...metric,
				base: side === "base",
				head: side === "head"
			});
			return null;
		}
		known[side] = true;
		known.exact &&= metric.exact;
		return null;
	}
	/**
	* Gives a benchmark without any value on one side the metrics of the other side: it failed, and may not
	* fail the next time.
	*/
	assumeSame(suite) {
		for (const { suite: own, base, head, metrics } of this.benchmarks.values()) {
			if (own !== suite || base === null || head === null) continue;
			for (const side of SIDES) if (metrics.every((metric) => !metric[side])) for (const metric of metrics) metric[side] = true;
		}
	}
	/** From now on no metric is added: what will be judged is fixed. */
	close() {
		this.#closed = true;
	}
};
function refuseTwo(id, source, ...places) {
	const where = places.map(([{ file, line }, suite]) => file === null ? suite : line === null ? file : `${file}:${line}`);
	throw new UserError("duplicate-benchmark", `two benchmarks are called ${JSON.stringify(id)}: ${where.join(" and ")}`, source === "command" ? "Give one of the commands a name-prefix: budgets and reports go by this name." : "Rename one of them, or put it into a group of its own: budgets and reports go by this name.");
}
function refuseTooMany(count) {
	if (count < 2e4) return;
	throw new UserError("no-benchmarks", `there are more than ${MAX_BENCHMARKS.toLocaleString("en")} benchmarks`, "Measure fewer with each gate: narrow `suites:` or the commands, and give each gate a key.");
}
function obstacleTo(id, value, unit, better) {
	if (!metricIdSchema.safeParse(id).success) return "is no name for a metric: at most 100 printable characters";
	if (!unitSchema.safeParse(unit).success) return "has a unit that cannot be printed, or of more than 40 characters";
	if (better === null) return `comes without saying which way is better: add \`metrics: { ${JSON.stringify(id)}: { better: lower } }\`, or higher, to the config file`;
	if (!Number.isFinite(value)) return "is not finite";
	return value < 0 ? "is below zero, where no ratio means anything" : null;
}
const sense = ({ unit, better }) => `${unit || "no unit"}, ${better} is better`;
const shown = (name) => name.length > SHOWN_NAME ? `${name.slice(0, SHOWN_NAME)}…` : name;

// src/measure/suite-pace.ts
const MIN_SAMPLES = 40;
/** Allowance for processes that settle a little later than the one that was watched. */
const SETTLED_MARGIN_MS = 20;
/**
* A benchmark that takes longer to settle is measured without settling: a longer warm-up would cost more than
* its window.
*/
const MAX_WARMUP_MS = 150;
/**
* How long calibration watches a benchmark at most, in ms and as a multiple of the window: a user who sets a
* short window wants a short run.
*/
const TRACE_MS = 160;
const TRACE_WINDOWS = 6;
const BENCHMARK_LIMIT_MS = 2e3;
/** Enough for a thousand calls of 8 ms, timed one by one. */
const TAIL_LIMIT_MS = 8e3;
/** Time inside benchmarks that a process should have: in ms, and as a multiple of its start-up time. */
const PORTION_MS = 1200;
const WORK_PER_START = 4;
/** Start-up time that is assumed until one was measured. */
const USUAL_START_MS = 100;
/** How to measure each benchmark and how long that takes, learned from the processes that ran it. */
var SuitePace = class {
	#o;
	#traceMs;
	#batches = /* @__PURE__ */ new Map();
	#warmups = /* @__PURE__ */ new Map();
	#elapsedMs = /* @__PURE__ */ new Map();
	#startUpMs = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#o = options;
		this.#traceMs = Math.min(TRACE_MS, TRACE_WINDOWS * options.windowMs);
	}
	plan(mode, only) {
		const { warmupMs, windowMs, individualCalls } = this.#o;
		const ids = only ?? [];
		const known = (values) => Object.fromEntries(ids.flatMap((id) => values.has(id) ? [[id, values.get(id)]] : []));
		const calls = ids.map((id) => [id, individualCalls(id)]).filter(([, wanted]) => wanted > 0);
		return {
			mode,
			only,
			warmups: known(this.#warmups),
			warmupMs,
			traceMs: this.#traceMs,
			windowMs,
			minSamples: MIN_SAMPLES,
			benchmarkLimitMs: Math.max(calls.length > 0 ? TAIL_LIMIT_MS : BENCHMARK_LIMIT_MS, 4 * (MAX_WARMUP_MS + windowMs)),
			batches: known(this.#batches),
			individualCalls: Object.fromEntries(calls)
		};
	}
	/** Records how long the benchmarks of a process took. Returns the sum in ms. */
	noteOutcome(suite, { death, elapsedMs, results }) {
		let inside = 0;
		for (const [id, result] of results) {
			inside += result.elapsedMs;
			this.#elapsedMs.set(id, result.elapsedMs);
		}
		if (death === null) this.#startUpMs.set(suite, elapsedMs - inside);
		return inside;
	}
	/**
	* Keeps the first batch size of each benchmark, and lengthens the warm-up of both sides for benchmarks that
	* settle late.
	*/
	noteCalibration({ results }) {
		const { warmupMs: usualMs, windowMs } = this.#o;
		for (const [id, { batch, settledMs, elapsedMs }] of results) {
			if (!this.#batches.has(id)) this.#batches.set(id, batch);
			if (settledMs === null) continue;
			const warmupMs = settledMs <= usualMs ? usualMs : Math.min(settledMs + SETTLED_MARGIN_MS, MAX_WARMUP_MS);
			this.#warmups.set(id, warmupMs);
			this.#elapsedMs.set(id, elapsedMs - this.#traceMs + warmupMs + windowMs);
		}
	}
	hasRun(id) {
		return this.#elapsedMs.has(id);
	}
	/**
	* Splits the benchmarks of a suite into portions of about a second, one a process. A machine drifts, so
	* that the chance difference between two processes grows with the time between them, and a block should be
	* short; but start-up should not be a large part of it.
	*/
	portions(suite, ids) {
		const usualMs = this.#o.warmupMs + this.#o.windowMs;
		const meanMs = this.#inside(ids, usualMs) / ids.length;
		const portionMs = Math.max(PORTION_MS, WORK_PER_START * (this.#startUpMs.get(suite) ?? 0));
		return inPortions(ids, Math.max(1, Math.ceil(portionMs / meanMs)));
	}
	/** Expected wall time of one block, in ms, from what its parts took so far. */
	estimateBlockMs(suite, ids) {
		const startMs = this.#startUpMs.get(suite) ?? USUAL_START_MS;
		return SIDES.filter((side) => ids[side].length > 0).reduce((sum, side) => sum + 4 * (this.#inside(ids[side], 0) + startMs), 0);
	}
	#inside(ids, otherwiseMs) {
		return ids.reduce((sum, id) => sum + (this.#elapsedMs.get(id) ?? otherwiseMs), 0);
	}
};
/** Splits a list into portions of at most `size`, as equal as possible. */
function inPortions(ids, size) {
	const count = Math.ceil(ids.length / size);
	return Array.from({ length: count }, (_, i) => ids.slice(Math.floor(i * ids.length / count), Math.floor((i + 1) * ids.length / count)));
}

// src/measure/protocol.ts
const text = string().max(2e4);
const reportedMetric = object({
	id: metricIdSchema,
	/** In `unit` as the suite wrote it, which may be a word that Benchgate does not know. */
	value: number().nonnegative(),
	unit: unitSchema,
	/** Null where the suite leaves the direction to the config file. */
	better: betterSchema.nullable()
});
/**
* Problems with the metrics that a suite reports, each a sentence that names the metric. They affect nothing
* else.
*/
const metricProblems = array(string().max(1e3)).max(64 + 2).default([]);
/** The events of a measuring process, one JSON object a line on file descriptor 3. */
const processEvent = discriminatedUnion("type", [
	object({
		type: literal$1("hello"),
		userMitata: text.nullable()
	}),
	object({
		type: literal$1("registered"),
		id: text,
		file: text.nullable(),
		line: int().positive().nullable(),
		hash: text
	}),
	object({
		type: literal$1("start"),
		id: text
	}),
	object({
		type: literal$1("result"),
		id: text,
		batch: int().positive(),
		elapsedMs: number().nonnegative(),
		/** From calibration with a given batch: after how long the benchmark had reached its final speed. */
		settledMs: number().nonnegative().nullable().default(null),
		stats: timingStats,
		/** The metrics that the benchmark itself reported, in the order of their first values; each id once. */
		metrics: array(reportedMetric).max(64).default([]),
		metricProblems
	}),
	object({
		type: literal$1("error"),
		id: text.nullable(),
		message: text
	}),
	object({
		type: literal$1("end"),
		running: text.nullable(),
		pending: int().nonnegative(),
		metricProblems
	})
]);

// src/measure/suite-process.ts
const MAX_EVENTS = 1e5;
const MAX_EVENT_BYTES = 67108864;
/** The events of a process so far. */
var Transcript = class {
	outcome = {
		userMitata: null,
		registered: /* @__PURE__ */ new Map(),
		results: /* @__PURE__ */ new Map(),
		errors: /* @__PURE__ */ new Map(),
		metricProblems: [],
		death: null,
		lateError: null,
		elapsedMs: 0
	};
	running = null;
	end = null;
	suiteError = null;
	/** Why the channel is unusable, where it is. */
	broken = "more than 64 MiB";
	#events = 0;
	/** False for a line that is no event, or one event too many. */
	onLine(line) {
		const event = ++this.#events > MAX_EVENTS ? null : parseEvent(line);
		if (event === null) this.broken = line.slice(0, 200);
		else this.#take(event);
		return event !== null;
	}
	#take(event) {
		const { outcome } = this;
		switch (event.type) {
			case "hello":
				outcome.userMitata = event.userMitata;
				return;
			case "registered": {
				const { file, line, hash } = event;
				const places = outcome.registered.get(event.id) ?? [];
				outcome.registered.set(event.id, [...places, {
					file,
					line,
					hash
				}]);
				return;
			}
			case "start":
				this.running = event.id;
				return;
			case "result": {
				const { id, batch, elapsedMs, settledMs, stats } = event;
				this.running = null;
				outcome.metricProblems.push(...event.metricProblems.map((problem) => `${id}: ${problem}`));
				const metrics = event.metrics.map((metric) => ({
					...metric,
					exact: false
				}));
				outcome.results.set(id, {
					batch,
					elapsedMs,
					settledMs,
					stats,
					metrics
				});
				return;
			}
			case "error":
				if (event.id === null) {
					this.suiteError ??= event.message;
					return;
				}
				this.running = null;
				if (!outcome.errors.has(event.id)) outcome.errors.set(event.id, event.message);
				return;
			case "end":
				this.end = event;
				this.running = event.running ?? this.running;
				outcome.metricProblems.push(...event.metricProblems);
				return;
		}
	}
};
function parseEvent(line) {
	try {
		return processEvent.safeParse(JSON.parse(line)).data ?? null;
	} catch {
		return null;
	}
}
/**
* Runs one suite in one fresh process and collects its events from file descriptor 3. Rejects only on abort,
* with the signal's reason, whatever the process does.
*/
async function runSuite(request) {
	const { nodePath, nodeArgs, workerFile, suite, directory, env, planFile, stallMs, signal } = request;
	const startedAt = performance.now();
	const transcript = new Transcript();
	const result = await runProcess([
		nodePath,
		"--expose-gc",
		...nodeArgs,
		"--import",
		workerFile,
		suite
	], {
		cwd: directory,
		env: {
			...env,
			BENCHGATE_PLAN: planFile
		},
		stdout: "none",
		channel: {
			onLine: (line) => transcript.onLine(line),
			stallMs,
			limitBytes: MAX_EVENT_BYTES
		},
		signal
	}).catch((error) => {
		signal.throwIfAborted();
		return error;
	});
	const { outcome, running } = transcript;
	outcome.elapsedMs = performance.now() - startedAt;
	if (transcript.end?.pending === 0 && outcome.registered.size > 0) {
		outcome.lateError = transcript.suiteError;
		transcript.suiteError = null;
	}
	const message = result instanceof Error ? `could not be started: ${result.message}` : explainDeath(result, transcript, Math.round(stallMs / 1e3));
	if (message !== null) outcome.death = {
		running,
		message
	};
	return outcome;
}
/** Why a process counts as failed, the surest sign first; null: it ended well. */
function explainDeath(result, transcript, stallSeconds) {
	const { stopped, tail, exitCode, exitSignal } = result;
	const { end, running, broken, suiteError } = transcript;
	const where = running === null ? "outside any benchmark" : `in benchmark ${JSON.stringify(running)}`;
	if (stopped === "stall") return `hung ${where}: nothing for ${stallSeconds} s, so its process was killed`;
	if (stopped !== null) return `wrote something else on file descriptor 3 than measurements: ${JSON.stringify(broken)}`;
	if (end === null && /heap out of memory|Allocation failed/i.test(tail)) return `ran out of memory ${where} (raise it with measure.node-args: ["--max-old-space-size=…"])`;
	if (exitSignal !== null) return `was killed by ${exitSignal} ${where}${exitSignal === "SIGKILL" ? ", perhaps by the system for lack of memory" : ""}${lastWords(tail)}`;
	if (suiteError !== null) return `failed ${where}: ${suiteError}`;
	if (end === null) return `ended with exit code ${exitCode} ${where}${lastWords(tail)}`;
	const uncaught = end.running === null ? void 0 : transcript.outcome.errors.get(end.running);
	if (uncaught !== void 0) return `ended its process ${where}: ${uncaught}`;
	if (running !== null || end.pending > 0) return exitCode === 13 ? `never settled ${where}: a promise was awaited that nothing resolves` : `called process.exit(${exitCode}) ${where}, before its benchmarks had run`;
	return null;
}

// src/measure/suite-session.ts
/** Time for a process besides its longest benchmark: to start, to load its suite, and for one long call. */
const START_MS = 5e3;
/** Measures mitata suites, each in fresh processes of node. */
var SuiteSession = class {
	#o;
	#pace;
	#indivisible = /* @__PURE__ */ new Set();
	#planCount = 0;
	constructor(options) {
		this.#o = options;
		this.#pace = new SuitePace(options);
	}
	/** Registers the benchmarks of every suite on both sides and runs none. */
	async discover() {
		const { suites, catalog } = this.#o;
		const found = {
			failures: [],
			lateErrors: [],
			warnings: []
		};
		for (const suite of /* @__PURE__ */ new Set([...suites.head, ...suites.base])) for (const side of SIDES.filter((side) => suites[side].includes(suite))) {
			const outcome = await this.#startAlone(suite, side, "list", null);
			const { death, lateError, registered } = outcome;
			if (death !== null) found.failures.push({
				suite,
				side,
				message: death.message
			});
			if (lateError !== null) found.lateErrors.push({
				suite,
				side,
				message: lateError
			});
			if (side === "head") found.warnings.push(...warningsOf(suite, outcome));
			for (const [id, places] of registered) catalog.register({
				suite,
				source: "suite",
				side
			}, id, places);
		}
		return found;
	}
	/**
	* Chooses batch sizes on base, then measures on head how long each benchmark takes to settle, with one
	* process each, whose values are discarded. A benchmark that only head has gets its batch size there and
	* keeps the usual warm-up. One that throws gets a second chance beside its whole suite.
	*/
	async calibrate(suite, wanted, all) {
		const { counts } = this.#o;
		const failed = [];
		for (const side of SIDES) {
			const outcome = await this.#calibrateSide(suite, side, wanted[side]);
			if (outcome?.death) failed.push({
				suite,
				side,
				message: outcome.death.message
			});
			if (!outcome || outcome.death) continue;
			const threw = wanted[side].filter((id) => !counts.isExcluded(side, id) && !outcome.results.has(id));
			if (threw.length === 0) continue;
			const everything = [.../* @__PURE__ */ new Set([...all[side], ...wanted[side]])];
			const second = await this.#calibrateSide(suite, side, everything);
			const lackedNeighbours = all[side].length > wanted[side].length;
			const { excluded, indivisible } = afterSecondChance(threw, second?.results, lackedNeighbours);
			for (const id of excluded) counts.exclude(side, id);
			if (indivisible) this.#indivisible.add(suite);
		}
		return failed;
	}
	/** The outcome of the last process; null when there is nothing left to calibrate. */
	#calibrateSide(suite, side, ids) {
		const { catalog, counts } = this.#o;
		return untilGood(4, counts, async () => {
			const only = ids.filter((id) => !counts.isExcluded(side, id));
			if (only.length === 0) return {
				outcome: null,
				again: false
			};
			const outcome = await this.#startAlone(suite, side, "calibrate", only);
			this.#pace.noteCalibration(outcome);
			for (const [id, { metrics }] of outcome.results) catalog.values(id, side, metrics);
			for (const problem of outcome.metricProblems) catalog.warnOnce(problem, `${suite}: ${problem}`);
			noteOutcome(counts, side, outcome, only);
			return {
				outcome,
				again: outcome.death !== null
			};
		});
	}
	measureBlock(suite, wanted, all, onFraction) {
		const { counts } = this.#o;
		return untilGood(4, counts, async (last) => {
			const ids = withoutExcluded(counts, this.#indivisible.has(suite) ? all : wanted);
			return ids.base.length + ids.head.length === 0 ? {
				outcome: last ?? noBlocks(null),
				again: false
			} : await this.#draw(suite, {
				ids,
				wanted,
				all
			}, onFraction);
		});
	}
	async #draw(suite, { ids, wanted, all }, onFraction) {
		const { counts, random } = this.#o;
		const number = this.#planCount++;
		const plans = {
			base: await this.#writePlan(`plan-${number}-base.json`, "measure", ids.base),
			head: await this.#writePlan(`plan-${number}-head.json`, "measure", ids.head)
		};
		const { ran, failure } = await runBlock({
			suite,
			ids,
			random,
			onFraction
		}, async (side) => {
			const outcome = await this.#start(suite, side, plans[side]);
			if (outcome.death === null) return outcome;
			noteOutcome(counts, side, outcome, ids[side]);
			return outcome.death.message;
		});
		if (ran === null) return {
			outcome: noBlocks(failure),
			again: true
		};
		const outcomes = ran.map(({ process }) => process);
		const everything = withoutExcluded(counts, all);
		if (isBrokenBySplitting(outcomes, ids, everything, (id) => this.#pace.hasRun(id))) {
			this.#indivisible.add(suite);
			return {
				outcome: noBlocks(null),
				again: true
			};
		}
		for (const { side, process } of ran) noteOutcome(counts, side, process, ids[side]);
		const stats = (outcome, side, id) => this.#statsOf(outcome, side, id);
		return {
			outcome: {
				blocks: collectBlocks(ran, wanted, stats),
				failure: null
			},
			again: false
		};
	}
	#statsOf({ results }, side, id) {
		const result = results.get(id);
		if (result === void 0) return null;
		const values = this.#o.catalog.values(id, side, result.metrics);
		return Object.keys(values).length === 0 ? result.stats : {
			...result.stats,
			values
		};
	}
	/** Starts one process outside any block, if there is time. */
	async #startAlone(suite, side, mode, only) {
		refuseLate(this.#o.deadline, `${suite} on ${side}`);
		return this.#start(suite, side, await this.#writePlan(`plan-${this.#planCount++}.json`, mode, only));
	}
	async #writePlan(name, mode, only) {
		const plan = this.#pace.plan(mode, only);
		const file = join(this.#o.scratch, name);
		await writeFile(file, JSON.stringify(plan));
		return {
			file,
			ids: only ?? [],
			stallMs: Math.max(this.#o.stallMs, plan.benchmarkLimitMs + START_MS)
		};
	}
	async #start(suite, side, { file, ids, stallMs }) {
		const { counts, sides, nodeArgs, signal } = this.#o;
		const outcome = await runSuite({
			...this.#o,
			suite,
			directory: sides[side].directory,
			planFile: file,
			nodeArgs: nodeArgs[side],
			stallMs
		});
		signal.throwIfAborted();
		counts.noteProcess(this.#pace.noteOutcome(suite, outcome));
		counts.noteStarts(side, ids);
		return outcome;
	}
	/**
	* Blocks of both sides, and separate blocks of head alone for benchmarks that base does not have. In one
	* process, such a benchmark would give the others a neighbour on head that they lack on base.
	*/
	parts(suite, { base, head }, all) {
		const alone = head.filter((id) => !base.includes(id));
		return [...this.#portions(suite, base).map((portion) => ({
			ids: {
				base: portion,
				head: portion
			},
			all
		})), ...this.#portions(suite, alone).map((portion) => ({
			ids: {
				base: [],
				head: portion
			},
			all: {
				base: [],
				head: alone
			}
		}))];
	}
	#portions(suite, ids) {
		if (ids.length === 0) return [];
		return this.#indivisible.has(suite) ? [[...ids]] : this.#pace.portions(suite, ids);
	}
	estimateBlockMs(suite, ids) {
		return this.#pace.estimateBlockMs(suite, ids);
	}
	indivisible() {
		return [...this.#indivisible];
	}
};
/** Warnings about head's suite, which can be measured all the same. */
function warningsOf(suite, { death, registered, userMitata }) {
	const warnings = [];
	if ((userMitata?.split(".")[0] ?? "1") !== "1") warnings.push(`${suite} was written for mitata ${userMitata}; Benchgate measures with its own mitata 1`);
	if (death === null && registered.size === 0) warnings.push(`${suite} registers no benchmark`);
	return warnings;
}

// src/measure/suites.ts
const MAX_SUITES = 2e3;
/** The suite files of one checkout that match the globs: relative paths with forward slashes, sorted. */
async function findSuites(directory, patterns) {
	const found = /* @__PURE__ */ new Set();
	const files = glob([...patterns], {
		cwd: directory,
		exclude: (path) => /(^|[\\/])(node_modules|\.git)([\\/]|$)/.test(path)
	});
	for await (const file of files) {
		found.add(file.split(sep).join("/"));
		if (found.size > MAX_SUITES) throw new UserError("usage", `more than ${MAX_SUITES} files match suites: ${patterns.join(", ")}`, "Narrow the globs under `suites:` to the files that hold benchmarks.");
	}
	return [...found].sort();
}

// src/gate/sessions.ts
/** A process without output for this long counts as hung; less where the time limit is short. */
const STALL_MS = 3e4;
/**
* Executions of a command that a verdict needs: one a side to warm up, and two blocks, since a single block
* proves nothing when there are several tests.
*/
const EXECUTIONS_NEEDED = 18;
/**
* The adapters of thirty tools are loaded when the first output has to be read, because most steps need none.
*/
const readResults = async (from, format) => (await import("./cli-read-results.js")).readResults(from, format);
/**
* Opens the session that measures suites and commands, and lists their benchmarks. Throws a UserError where
* head has none.
*/
async function discover(config, runtime, parts) {
	const catalog = new Catalog(config.metrics);
	const counts = new FailureCounts();
	const session = openSession(config, runtime, {
		...parts,
		catalog,
		counts
	});
	const survey = {
		...await session.discover(),
		benchmarks: [...catalog.benchmarks.values()],
		indivisible: []
	};
	refuseEmpty(survey, config);
	return {
		session,
		catalog,
		counts,
		survey
	};
}
function openSession({ measure }, runtime, parts) {
	const { timePerBenchmarkMs: windowMs, timeLimitMs } = measure;
	const { commands, suites } = parts;
	const { signal, workerFile } = runtime;
	const environments = environmentsOf(runtime);
	const ofSuites = new SuiteSession({
		...parts,
		workerFile,
		nodePath: (runtime.node ?? ownNode).path,
		env: environments.measured,
		windowMs,
		stallMs: Math.min(STALL_MS, timeLimitMs / 8),
		signal
	});
	const ofCommands = new CommandSession({
		...parts,
		readResults,
		environments,
		executionLimitMs: timeLimitMs / EXECUTIONS_NEEDED,
		onProgress: (text) => runtime.onProgress({
			kind: "preparing",
			text
		}),
		signal
	});
	return joinSessions([{
		suites: [...suites.head, ...suites.base],
		session: ofSuites
	}, {
		suites: commands.map(({ suite }) => suite),
		session: ofCommands
	}]);
}
/** The suite files of both sides. Throws a UserError where head has none and no command is measured. */
async function findSuitesOf(sides, patterns) {
	const [base, head] = await Promise.all([patterns.base.length === 0 ? [] : findSuites(sides.base.directory, patterns.base), patterns.head.length === 0 ? [] : findSuites(sides.head.directory, patterns.head)]);
	return {
		base,
		head
	};
}
function refuseNoSuites(found, patterns) {
	if (found.length > 0) return;
	throw new UserError("no-suites", `no file of head matches suites: ${patterns.join(", ")}`, "Set `suites:` in .github/benchgate.yml to the files that call bench(), or `command:` to what starts your own tool. Files that git ignores are not measured.");
}
/**
* Flags under which Node measures suites: those that keep V8 from adding noise of its own, if this Node knows
* them.
*/
async function flagsOfNode({ measure }, runtime) {
	if (measure.nodeThreads) return {
		flags: [],
		warnings: []
	};
	return await knownFlags(runtime.node ?? ownNode, QUIET_FLAGS, environmentsOf(runtime).measured);
}
const environmentsOf = ({ env, host }) => childEnvironments(env, host.isOwnVariable);
/** Throws a UserError where head has no benchmark: a gate that measures nothing must not be green. */
function refuseEmpty(survey, { suites, commands }) {
	if (survey.benchmarks.some(({ head }) => head !== null)) return;
	const failures = survey.failures.filter(({ side }) => side === "head");
	if (failures.length > 0) {
		if (survey.benchmarks.length > 0) return;
		throw new UserError("suite", failures.map(({ suite, message }) => `${suite} on head ${message}`).join("\n"), commands.length > 0 ? "Run the command by itself in a fresh checkout, and mend what it says." : "Run the suite by itself with node, and mend what it says. A loader, such as tsx for enums, goes into measure.node-args: [\"--import\", \"tsx\"].");
	}
	throw new UserError("no-benchmarks", commands.length > 0 ? "the commands of head reported no benchmark" : `the suites of head hold no benchmark: ${suites.join(", ")} matched files, but none calls bench()`, commands.length > 0 ? "Check what the commands print: `benchgate ingest` shows what is understood of it." : "Register benchmarks with bench() from mitata, or set `suites:` to the files that do.");
}

// src/gate/measure.ts
/**
* Measures two versions of a project: checkouts, discovery, calibration, the plan, its blocks, and the blocks
* that confirm. Throws a UserError where nothing can be measured. Leaves no process and no directory behind.
*/
async function measure(request, runtime, storedFor) {
	const { config } = request;
	const start = {
		request,
		runtime,
		startedAt: performance.now(),
		environment: readEnvironment(runtime.env, runtime.host, (runtime.node ?? ownNode).version),
		onBase: request.onBase ?? {
			suites: config.suites,
			commands: config.commands,
			setup: config.base.setup,
			nodeArgs: config.measure.nodeArgs
		},
		warnings: []
	};
	const checkouts = await prepare(start);
	let measured;
	try {
		measured = await measureCheckouts(start, checkouts, storedFor);
	} catch (error) {
		await checkouts.remove().catch(() => {});
		throw error;
	}
	return {
		...measured,
		evidence: await removing(checkouts.remove, measured.evidence)
	};
}
async function prepare({ request, runtime, onBase, warnings }) {
	const { config, project, base, head } = request;
	const checkouts = await openCheckouts({
		project,
		base,
		head,
		setup: {
			base: onBase.setup,
			head: config.base.setup
		},
		baseMayFail: request.baseMayFail === true,
		dependencyCache: runtime.dependencyCache ?? null,
		onProgress: (text) => runtime.onProgress({
			kind: "preparing",
			text
		}),
		signal: runtime.signal,
		env: runtime.env,
		host: runtime.host,
		gitSettings: runtime.gitSettings ?? [],
		timeLimitMs: config.measure.timeLimitMs
	});
	runtime.onCheckouts?.(checkouts.removeSync);
	warnings.push(...checkouts.warnings);
	return checkouts;
}
async function measureCheckouts(start, checkouts, storedFor) {
	const { request, runtime, environment, onBase, warnings } = start;
	const { config } = request;
	const { sha } = checkouts.base.revision;
	const askedAt = performance.now();
	const stored = storedFor === void 0 || sha === null ? null : await storedFor(sha);
	const askedMs = performance.now() - askedAt;
	const { baseFailure } = checkouts;
	if (baseFailure !== null) warnings.push(...withoutBase(request, stored, environment, baseFailure));
	const bases = baseFailure === null ? onBase : {
		suites: [],
		commands: []
	};
	const suites = await findSuitesOf(checkouts, {
		base: bases.suites,
		head: config.suites
	});
	const files = [...suites.head, ...suites.base];
	const commands = pairCommands(bases.commands, config.commands, files);
	if (commands.length === 0) refuseNoSuites(suites.head, config.suites);
	const { flags, warnings: ofNode } = files.length === 0 ? {
		flags: [],
		warnings: []
	} : await flagsOfNode(config, runtime);
	warnings.push(...ofNode);
	return {
		evidence: await measureParts(start, {
			checkouts,
			stored,
			commands,
			suites,
			nodeFlags: flags,
			deadline: start.startedAt + config.measure.timeLimitMs + askedMs
		}),
		stored
	};
}
async function measureParts(start, parts) {
	const { request, runtime, warnings } = start;
	const { checkouts, commands } = parts;
	const { base, head } = checkouts;
	const callsWanted = /* @__PURE__ */ new Map();
	const { stage, catalog, counts } = await openStage(start, parts, callsWanted);
	const { facts, session } = stage;
	const foreseen = foreseeGated(request, facts.survey);
	for (const { benchmark, metric } of foreseen) callsWanted.set(benchmark, Math.max(callsWanted.get(benchmark) ?? 0, callsNeeded(metric.id)));
	runtime.onProgress({
		kind: "start",
		base: base.revision.label,
		head: head.revision.label,
		benchmarks: callsWanted.size
	});
	await calibrate(stage, foreseen);
	catalog.close();
	const gated = chooseGated(request, facts.survey);
	const maxPairs = 4 * blocksToPlan(stage, gated);
	const plan = planOf(gated, maxPairs);
	warnings.push(...tooFewBlocks(plan));
	const { progress, stoppedBy } = await measurePlan({
		...stage,
		plan
	});
	const builtInPlace = new Set(commands.filter(isBuilt).map(({ suite }) => suite));
	await confirmChanges({
		...stage,
		plan
	}, {
		progress,
		swap: checkouts.swap,
		builtInPlace
	});
	facts.survey.warnings.push(...catalog.warnings);
	facts.survey.indivisible = session.indivisible();
	return evidenceOf(facts, {
		command: request.command,
		seed: request.seed,
		filter: request.filter,
		base: base.revision,
		head: head.revision,
		environment: {
			...start.environment,
			nodeFlags: parts.nodeFlags
		},
		maxPairs,
		stoppedBy,
		processes: counts.processes,
		elapsedMs: performance.now() - start.startedAt,
		msInBenchmarks: counts.msInBenchmarks,
		warnings
	});
}
/** Lists the benchmarks. From then on processes can be started. */
async function openStage({ request, runtime, onBase }, { checkouts, stored, commands, suites, nodeFlags, deadline }, callsWanted) {
	const { config, seed } = request;
	const random = createRandom(seed);
	runtime.onProgress({
		kind: "preparing",
		text: "listing benchmarks"
	});
	const { session, catalog, counts, survey } = await discover(config, runtime, {
		sides: checkouts,
		suites,
		commands,
		mayRemove: true,
		scratch: checkouts.scratch,
		nodeArgs: {
			base: [...nodeFlags, ...onBase.nodeArgs],
			head: [...nodeFlags, ...config.measure.nodeArgs]
		},
		warmupMs: request.warmupMs ?? 40,
		deadline,
		individualCalls: (id) => callsWanted.get(id) ?? 0,
		random: random.uniform
	});
	const failure = checkouts.baseFailure;
	if (failure !== null && stored !== null) survey.benchmarks = withStoredBenchmarks(survey.benchmarks, stored, "suite");
	return {
		stage: {
			request,
			runtime,
			session,
			random,
			facts: {
				origin: failure === null ? { kind: "paired" } : {
					kind: "head-alone",
					why: failure.message
				},
				survey,
				failures: counts.failures,
				first: /* @__PURE__ */ new Map(),
				fresh: /* @__PURE__ */ new Map()
			},
			commands: new Set(commands.map(({ suite }) => suite)),
			deadline
		},
		catalog,
		counts
	};
}
/** Warns where not even a single regression could be detected: green would mean nothing. */
function tooFewBlocks({ tested, looks }) {
	const { blocks, weight } = looks.at(-1);
	if (tested === 0 || blocks >= blocksToReject(.05 * weight / tested)) return [];
	return [sentenceOf({
		code: "too-few-blocks",
		blocks,
		comparisons: tested
	})];
}
/**
* Warnings about a base that could not be prepared. Throws the failure, unless a stored run replaces base, or
* head is recorded all the same.
*/
function withoutBase({ command }, stored, environment, failure) {
	if (command === "record") return failure.code === "first-commit" ? [] : [sentenceOf({
		code: "parent-not-measured",
		reason: failure.message
	})];
	const obstacle = whyNotStored(stored, environment);
	if (obstacle === null) return [sentenceOf({
		code: "base-not-measured",
		reason: failure.message
	})];
	const message = `${failure.message}\nNothing can stand in for it: ${obstacle}.`;
	throw new UserError(failure.code, message, failure.remedy, { cause: failure });
}
/** Measurements are not lost because a directory could not be removed: the next run removes it. */
async function removing(remove, evidence) {
	try {
		await remove();
		return evidence;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const warning = sentenceOf({
			code: "checkouts-remain",
			reason
		});
		return {
			...evidence,
			warnings: [...evidence.warnings, warning]
		};
	}
}
const isBuilt = ({ base, head }) => [base, head].some((side) => side !== null && side.setup !== null);

// src/gate/gate.ts
/**
* Measures two versions of a project and judges what changed. `proposed` is head's own config, where the
* request's is base's: it shows what the change does to the budgets. Throws a UserError where there is
* nothing at all to report; every other problem is in the assessment.
*/
async function gate(request, runtime, { storedFor, proposed } = {}) {
	const { evidence, stored } = await measure(request, runtime, storedFor);
	return {
		evidence,
		assessment: judgeEvidence(evidence, request, {
			clock: runtime.clock,
			stored,
			proposed
		})
	};
}

// src/checkout/files-at-base.ts
/**
* The commit that a gate would use as base, and the text of some of the project's files there, by the path
* that was asked for. Throws what resolving base throws.
*/
async function filesAtBase(o, paths) {
	const { repository, base } = await openRevisions(o);
	const { sha } = await base();
	const files = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const text = await fileAt(repository, sha, posix.join(repository.prefix, path));
		if (text !== null) files.set(path, text);
	}
	return {
		sha,
		files
	};
}
/**
* A file's text at a commit, through one symbolic link within the repository; null: there is no such file.
*/
async function fileAt(repository, sha, path, mayFollow = true) {
	const entry = await repository.git.maybe("ls-tree", sha, "--", path);
	const [, mode, blob] = /^(100644|100755|120000) blob ([0-9a-f]{40,64})\t/.exec(entry ?? "") ?? [];
	if (blob === void 0) return null;
	const text = (await repository.git.bytes("cat-file", "blob", blob)).toString();
	if (mode !== "120000") return text;
	const target = posix.normalize(posix.join(posix.dirname(path), text));
	if (!mayFollow || posix.isAbsolute(text) || target.startsWith("..")) return null;
	return await fileAt(repository, sha, target, false);
}

// src/config/effective-config.ts
/**
* Which config holds for a change whose own config is `proposed`: that of base, or the defaults where base
* has no file or one that cannot be read as a config. `files` are those that base has at the usual places or
* at `explicit`, by path. Every way to a verdict asks here, so that a pull request from a fork hears the same
* as one from the repository.
*/
function effectiveConfig(proposed, files, explicit) {
	const warnings = [];
	let base = null;
	try {
		base = configAmong(files, explicit);
		if (base === null && proposed.file !== null) warnings.push({ code: "base-config-missing" });
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		warnings.push({
			code: "base-config-invalid",
			problem: error.message
		});
	}
	const before = base ?? withoutFile(proposed);
	const settings = editedSettings(proposed, before);
	if (settings.length > 0) warnings.push({
		code: "settings-edited",
		settings
	});
	return {
		config: judgedByBase(proposed, before),
		proposed,
		base,
		onBase: {
			suites: before.suites,
			commands: before.commands,
			setup: before.base.setup,
			nodeArgs: before.measure.nodeArgs
		},
		warnings
	};
}
/**
* The config that a pull request is judged by. Budgets, the window of measuring and the choice of base are
* those of base, so that a change cannot loosen what it is held against; what says how to run head's own code
* is head's, its commands too. Suites are those of both: one that head's file forgets is measured as long as
* it is there. Of the directions of metrics base's hold, and head's new ones are marked: they fill a gap, so
* that a change cannot turn round what a tool says. Waivers are head's, since accepting is done in the change
* itself, where it is reviewed; those that base does not have are marked. A `min-improvement` is a promise of
* the change that writes it: head's new ones count, base's were kept already.
*/
function judgedByBase(head, base) {
	const known = new Set(base.accepted.map(waiverKey));
	const promised = new Set(base.budgets.filter(promises).map(promiseKey));
	return {
		...base,
		file: base.file ?? head.file,
		suites: [.../* @__PURE__ */ new Set([...head.suites, ...base.suites])],
		commands: head.commands,
		metrics: {
			...added(head.metrics),
			...base.metrics
		},
		base: {
			ref: base.base.ref,
			setup: head.base.setup
		},
		measure: {
			timePerBenchmarkMs: base.measure.timePerBenchmarkMs,
			timeLimitMs: Math.max(base.measure.timeLimitMs, head.measure.timeLimitMs),
			nodeArgs: head.measure.nodeArgs,
			nodeThreads: base.measure.nodeThreads
		},
		budgets: [...withDefaultBudget(base.budgets.map(withoutPromise)), ...head.budgets.filter((rule) => promises(rule) && !promised.has(promiseKey(rule))).map(promiseAlone)],
		accepted: head.accepted.map((waiver) => known.has(waiverKey(waiver)) ? waiver : {
			...waiver,
			added: true
		})
	};
}
const added = (metrics) => Object.fromEntries(Object.entries(metrics).map(([id, direction]) => [id, {
	...direction,
	added: true
}]));
/** Base's config where it has no file: the defaults, and of the rest what the change says. */
const withoutFile = (head) => ({
	...head,
	file: null,
	base: {
		...head.base,
		ref: DEFAULT_CONFIG.base.ref
	},
	budgets: DEFAULT_CONFIG.budgets,
	accepted: []
});
/** Which settings beside the budgets a change edits, as the file calls them. */
function editedSettings(head, base) {
	return [
		["suites", ({ suites }) => suites],
		["command", ({ commands }) => commands],
		["metrics", ({ metrics }) => Object.entries(metrics).sort(([a], [b]) => a < b ? -1 : 1)],
		["base.ref", (config) => config.base.ref],
		["base.setup", (config) => config.base.setup],
		["measure.time-per-benchmark", ({ measure }) => measure.timePerBenchmarkMs],
		["measure.time-limit", ({ measure }) => measure.timeLimitMs],
		["measure.node-args", ({ measure }) => measure.nodeArgs],
		["measure.node-threads", ({ measure }) => measure.nodeThreads]
	].filter(([, of]) => JSON.stringify(of(head)) !== JSON.stringify(of(base))).map(([name]) => name);
}
const promises = (rule) => rule.minImprovement !== void 0;
const promiseKey = ({ match, metric, minImprovement }) => JSON.stringify([
	match,
	metric,
	minImprovement
]);
function withoutPromise(rule) {
	const { minImprovement: _, ...rest } = rule;
	return rest;
}
function promiseAlone({ match, metric, minImprovement, line }) {
	return {
		match,
		metric,
		line,
		...minImprovement && { minImprovement }
	};
}
const waiverKey = ({ match, metric, upTo, reason, until }) => JSON.stringify([
	match,
	metric,
	upTo,
	reason,
	until
]);

// src/gate/held-to-base.ts
/**
* The request under the rules that a pull request is held to: base's config file, or the defaults. `proposed`
* is head's own config. Throws what resolving base throws.
*/
async function heldToBase(request, explicit, { env, host, signal, gitSettings = [] }) {
	const { project, head, config: own } = request;
	const { timeLimitMs } = own.measure;
	const options = {
		project,
		base: request.base,
		head,
		env,
		host,
		signal,
		gitSettings,
		timeLimitMs
	};
	const { files, sha: baseSha } = await filesAtBase(options, placesOfConfig(explicit));
	const { config, proposed, onBase, warnings } = effectiveConfig(own, files, explicit);
	const base = request.base.kind === "merge-base" ? config.base.ref : request.base;
	return {
		request: {
			...request,
			base,
			config,
			onBase
		},
		baseSha,
		proposed,
		warnings
	};
}

// src/github/runner-host.ts
/**
* Where the runner reads commands that a step leaves behind: a benchmark that appends to them would reach
* later steps.
*/
const RUNNER_FILES = [
	"GITHUB_OUTPUT",
	"GITHUB_ENV",
	"GITHUB_PATH",
	"GITHUB_STATE",
	"GITHUB_STEP_SUMMARY"
];
const TOKENS = [
	"GITHUB_TOKEN",
	"GH_TOKEN",
	"GH_ENTERPRISE_TOKEN",
	"GITHUB_ENTERPRISE_TOKEN"
];
const OWN = /* @__PURE__ */ new Set([...RUNNER_FILES, ...TOKENS]);
/**
* Inputs of the action may hold a token (`INPUT_GITHUB-TOKEN`); ACTIONS_* open the cache and the artifacts of
* the run.
*/
const OWN_PREFIX = /^(INPUT_|ACTIONS_)/i;
/** What GitHub's runner says in the environment; outside of a runner, next to nothing. */
function readHost(env) {
	const target = env["GITHUB_BASE_REF"] || null;
	const previewed = /^refs\/pull\/\d+\/merge$/.test(env["GITHUB_REF"] ?? "") ? env["GITHUB_SHA"] : void 0;
	return {
		target: target === null ? null : {
			branch: target,
			namedBy: "pull request's base branch (GITHUB_BASE_REF)"
		},
		isPreview({ sha, parents: [first, second], subject }) {
			if (previewed === sha || env["GITHUB_ACTIONS"] === "true") return previewed === sha;
			return subject === `Merge ${second} into ${first}`;
		},
		temporary: env["RUNNER_TEMP"] || null,
		temporaryVariables: "RUNNER_TEMP or TMPDIR",
		image: env["ImageOS"] ? `${env["ImageOS"]} ${env["ImageVersion"] ?? ""}`.trim() : null,
		isOwnVariable: (name) => OWN.has(name) || OWN_PREFIX.test(name),
		wholeHistory: {
			aside: "with actions/checkout: fetch-depth: 0",
			clause: "with actions/checkout, set fetch-depth: 0"
		}
	};
}

// src/cli/interrupt.ts
/**
* Turns the first Ctrl-C (or SIGTERM) into an abort, whose reason is the exit code, so that processes and
* directories are removed in order; a second one does what `atOnce` was given last and ends the program.
*/
function onInterrupt() {
	const controller = new AbortController();
	let cleanUp = () => {};
	const onSignal = (name) => {
		const exitCode = 128 + constants$2.signals[name];
		if (controller.signal.aborted) {
			cleanUp();
			process.exit(exitCode);
		}
		process.stderr.write("\nstopping: ending the processes and removing the checkouts\n");
		controller.abort(exitCode);
	};
	const signals = [
		"SIGINT",
		"SIGTERM",
		"SIGHUP"
	];
	for (const name of signals) process.on(name, onSignal);
	return {
		signal: controller.signal,
		atOnce: (what) => {
			cleanUp = what;
		},
		release: () => {
			for (const name of signals) process.off(name, onSignal);
		}
	};
}

// src/cli/progress.ts
const BAR_WIDTH = 22;
/**
* A line on stderr that is redrawn between measured processes, never while one runs: drawing costs CPU time
* that a benchmark would feel. Silent where stderr is not a terminal.
*/
function createProgressLine(stream, quiet) {
	if (quiet || !stream.isTTY) return {
		show: () => {},
		clear: () => {}
	};
	let header = "";
	const redraw = (text) => stream.write(`\r\x1b[2K${text.slice(0, (stream.columns ?? 80) - 1)}`);
	return {
		show(progress) {
			switch (progress.kind) {
				case "preparing":
					redraw(progress.text);
					return;
				case "start":
					header = `${progress.base} → ${progress.head} · ${plural(progress.benchmarks, "benchmark")}`;
					redraw(`${header}\n`);
					return;
				case "measuring": redraw(describeMeasuring(progress));
			}
		},
		clear: () => stream.write("\r\x1B[2K")
	};
}
function describeMeasuring({ stage, undecided, fraction, leftMs }) {
	const filled = Math.min(BAR_WIDTH, Math.round(BAR_WIDTH * fraction));
	return `${stage} ${"━".repeat(filled) + "─".repeat(BAR_WIDTH - filled)}${undecided === 0 ? "" : `  ${undecided} undecided`}${leftMs < 1e3 ? "" : `   this block: about ${Math.ceil(leftMs / 1e3)} s left`}`;
}

// src/cli/measuring.ts
var Interrupted = class extends Error {
	exitCode;
	constructor(exitCode) {
		super("interrupted");
		this.exitCode = exitCode;
	}
};
/** Runs something that measures or asks a remote: with progress, and with Ctrl-C turned into an exit code. */
async function withRuntime(flags, { workerFile }, work) {
	const interrupt = onInterrupt();
	const line = createProgressLine(process.stderr, flags.quiet === true);
	try {
		return await work({
			workerFile,
			env: process.env,
			host: readHost(process.env),
			clock: () => /* @__PURE__ */ new Date(),
			signal: interrupt.signal,
			onProgress: line.show,
			onCheckouts: interrupt.atOnce
		});
	} catch (error) {
		throw interrupt.signal.aborted ? new Interrupted(interrupt.signal.reason) : error;
	} finally {
		line.clear();
		interrupt.release();
	}
}

// src/cli/run-gate.ts
const seedOf = (flags) => flags.seed ?? randomBytes(4).toString("hex");
/** The config of the project that the command was started in, with what flags say in its place. */
async function readConfig(flags) {
	return withTimeLimit(await loadConfig(process.cwd(), flags.config), flags);
}
function withTimeLimit(config, { timeLimit }) {
	return timeLimit === void 0 ? config : {
		...config,
		measure: {
			...config.measure,
			timeLimitMs: timeLimit
		}
	};
}
/** Measures two versions of a project, and writes the report where the flags want it. */
async function runGate(flags, installation, config, asked, project = process.cwd()) {
	await prepareOutputs(flags);
	const request = {
		...asked,
		project,
		config,
		filter: flags.filter ?? null,
		seed: seedOf(flags)
	};
	const assessment = await withRuntime(flags, installation, async (runtime) => {
		if (flags.budgets !== "base") return (await gate(request, runtime)).assessment;
		const held = await heldToBase(request, flags.config, runtime);
		const limited = {
			...held.request,
			config: withTimeLimit(held.request.config, flags)
		};
		const { assessment } = await gate(limited, runtime, held.proposed ? { proposed: held.proposed } : {});
		return {
			...assessment,
			warnings: [...assessment.warnings, ...held.warnings]
		};
	});
	await writeReport(assessment, flags, config.file);
	return assessment;
}

// src/cli/check.ts
/** Adds `check`: the working tree against its base. */
const check = (program, { installation, finish }) => {
	withGateFlags(program.command("check")).description("measure the working tree against its base and hold it to the budgets").option("--base <ref>", "merge-base, parent, tag:<pattern>, or any ref (default: base.ref of the config)", parseBaseFlag).option("--head <ref>", "measure this ref in place of the working tree").addOption(new Option("--budgets <side>", "whose config file holds: head (as you have it) or base (as a pull request is judged)").choices(["head", "base"]).default("head")).action(async (flags) => {
		const config = await readConfig(flags);
		const head = flags.head === void 0 ? { kind: "working-tree" } : {
			kind: "ref",
			ref: flags.head
		};
		const base = flags.base ?? (flags.budgets === "base" ? { kind: "merge-base" } : config.base.ref);
		finish(exitCodeOf(await runGate(flags, installation, config, {
			command: "check",
			base,
			head
		})));
	});
};

// src/gate/baseline-branches.ts
/** Matches the branches, besides the default one, whose pushes the config has recorded. */
function recordedBranches(config) {
	const matches = (config?.baseline.branches ?? []).map((glob) => compileGlob(glob));
	return (branch) => matches.some((match) => match(branch));
}
/**
* Matches the refs whose runs count as baselines: the default branch, and the branches that the config names.
*/
function baselineRefs(config, defaultBranch) {
	const isRecorded = recordedBranches(config);
	return (ref) => {
		const branch = branchOf(ref);
		return branch !== null && (branch === defaultBranch || isRecorded(branch));
	};
}

// src/config/digest.ts
/** Of results that the workflow measured itself: what they mean is nothing that a setting could change. */
const resultsDigest = () => digest({
	statistics: 1,
	results: true
});
const digest = (meaning) => createHash("sha256").update(JSON.stringify(meaning)).digest("hex").slice(0, 16);

// src/stats/student.ts
/**
* From here on the normal distribution differs by less than 1e-4 of the probability, out to ten standard
* deviations.
*/
const ALMOST_NORMAL = 1e8;
function checkDegrees(df) {
	if (!(df > 0)) throw new RangeError(`degrees of freedom are above zero, got ${df}`);
}
/**
* Probability that a variable with Student's t distribution is above t (any number, infinities included);
* `df` > 0, whole or not, Infinity for the normal distribution. Throws a RangeError on other degrees of
* freedom.
*
* Source: M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.7.1 and 26.5.27.
*/
function studentTail(t, df) {
	checkDegrees(df);
	if (df >= ALMOST_NORMAL) return normalCdf(-t);
	const half = incompleteBeta(df / (df + t * t), df / 2, .5) / 2;
	return t > 0 ? half : 1 - half;
}
/**
* Quantile of Student's t distribution for a probability within (0, 1); 0 and 1 give the infinities. Throws a
* RangeError on any other probability and on degrees of freedom that are not above zero. Relative error about
* 1e-9.
*
* The tail is convex above zero, and heavier than that of the normal: Newton's steps from the normal quantile
* all go upwards and cannot overshoot.
*/
function studentQuantile(probability, df) {
	checkDegrees(df);
	const normal = normalQuantile(probability);
	if (df >= ALMOST_NORMAL || !Number.isFinite(normal) || normal === 0) return normal;
	const tail = Math.min(probability, 1 - probability);
	const front = Math.exp(gammaln((df + 1) / 2) - gammaln(df / 2)) / Math.sqrt(df * Math.PI);
	let t = Math.abs(normal);
	for (let i = 0; i < 1e3; i++) {
		const density = front * (1 + t * t / df) ** (-(df + 1) / 2);
		const step = (studentTail(t, df) - tail) / density;
		t += step;
		if (Math.abs(step) <= 1e-13 * t) break;
	}
	return probability < .5 ? -t : t;
}

// src/stats/welch.ts
/**
* The mean of at least two values, with the error that follows from how they differ. Throws a RangeError on
* fewer.
*/
function meanEstimate(values) {
	if (values.length < 2) throw new RangeError(`an error needs at least two values, got ${values.length}`);
	const data = [...values];
	return {
		value: mean(data),
		error: sampleStandardDeviation(data) / Math.sqrt(data.length),
		df: data.length - 1
	};
}
/**
* `head` - `base` of two independent estimates whose errors may differ. `unseen` is a standard error of the
* difference that neither of the two shows and that is taken as known (0 for none).
*
* Source: B. L. Welch, "The Generalization of Student's Problem", Biometrika 34 (1947), 28-35; degrees of
* freedom by F. E. Satterthwaite, "An Approximate Distribution of Estimates of Variance Components",
* Biometrics Bulletin 2 (1946), 110-114.
*/
function difference(base, head, unseen = 0) {
	const variance = base.error ** 2 + head.error ** 2 + unseen ** 2;
	const doubt = base.error ** 4 / base.df + head.error ** 4 / head.df;
	return {
		value: head.value - base.value,
		error: Math.sqrt(variance),
		df: doubt > 0 ? variance ** 2 / doubt : Infinity
	};
}
/** Two-sided interval of an estimate at a level within (0, 1). */
function interval({ value, error, df }, level) {
	const reach = error === 0 ? 0 : studentQuantile((1 + level) / 2, df) * error;
	return {
		low: value - reach,
		high: value + reach
	};
}
/** One-sided p-value of "the true value is at most `limit`". */
function pAbove({ value, error, df }, limit) {
	if (error === 0) return value > limit ? 0 : 1;
	return studentTail((value - limit) / error, df);
}

// src/compare/decide-files.ts
/**
* Decides all comparisons of one change together; the results are in their order.
*
* A regression is a 95 % interval wholly above the warn level whose p-value also withstands
* Benjamini-Hochberg at `q` over all that were tested. Where nothing slowed by more than the warn level, at
* most a share `q` of changes is flagged, however many benchmarks there are; elsewhere at most that share of
* the flagged ones is false, on average. Improvements are a family of their own, mirrored. Unchanged is an
* interval wholly below the fail level. Values of unknown spread are inconclusive. Exact values are decided
* by their levels alone and belong to no family.
*
* The promise is as good as the standard errors. Single runs that really differ by 2 %, twice what the floor
* assumes, flag 11 to 23 of a hundred unchanged families of 50; only more files a side can show such
* differences.
*
* Bonferroni's intervals keep the same promise where nothing changed, but detect fewer of five benchmarks of
* fifty that slowed by 15 % (three forks a side: 78 instead of 90 %), and the interval in a row would widen
* with the size of the suite.
*/
function decideFiles(hypotheses, q = .05) {
	for (const { levels } of hypotheses) invariant(levels.warn > 0 && levels.fail > 0, "a level of a result is not above 0");
	const tested = hypotheses.flatMap(({ comparison, levels }, at) => {
		if (comparison.kind !== "groups" && comparison.kind !== "summary") return [];
		const { estimate: value, error, df } = comparison;
		return [{
			at,
			worse: pAbove({
				value,
				error,
				df
			}, levels.warn),
			better: pAbove({
				value: -value,
				error,
				df
			}, levels.warn)
		}];
	});
	const isWorse = benjaminiHochberg(tested.map(({ worse }) => worse), q);
	const isBetter = benjaminiHochberg(tested.map(({ better }) => better), q);
	const results = new Map(tested.map(({ at, worse }, i) => [at, {
		p: worse,
		isWorse: isWorse[i],
		isBetter: isBetter[i]
	}]));
	return hypotheses.map((hypothesis, at) => decide(hypothesis, results.get(at)));
}
function decide({ comparison, levels }, result) {
	switch (comparison.kind) {
		case "exact": return {
			decision: decideExactly(comparison.estimate, levels.warn),
			p: null
		};
		case "unknown-spread": return {
			decision: "inconclusive",
			p: null
		};
		case "incomparable": return {
			decision: comparison.exact ? FROM_ZERO[comparison.change ?? "none"] : null,
			p: null
		};
		case "groups":
		case "summary": {
			invariant(result !== void 0, "a measured comparison was not tested");
			const { p, isWorse, isBetter } = result;
			if (isWorse && comparison.low > levels.warn) return {
				decision: "regression",
				p
			};
			if (isBetter && comparison.high < -levels.warn) return {
				decision: "improvement",
				p
			};
			return {
				decision: comparison.high < levels.fail ? "unchanged" : "inconclusive",
				p
			};
		}
		default: return comparison;
	}
}
/** A deterministic change from zero to something, or back, is beyond every level. */
const FROM_ZERO = {
	worse: "regression",
	better: "improvement",
	none: null
};
/** A comparison of files and its decision, in the form that all comparisons share. */
function comparisonOfFiles(comparison, { decision, p }) {
	const { kind, baseValue, headValue, findings } = comparison;
	const isNothing = kind === "incomparable" && baseValue === 0 && headValue === 0;
	return {
		...nothingCompared({ exact: kind === "exact" || kind === "incomparable" && comparison.exact }),
		decision: isNothing ? "unchanged" : decision,
		p,
		...kind === "incomparable" ? { estimate: isNothing ? 0 : null } : { estimate: comparison.estimate },
		...kind === "incomparable" || kind === "unknown-spread" ? {} : {
			low: comparison.low,
			high: comparison.high
		},
		base: {
			value: baseValue,
			p50: null
		},
		head: {
			value: headValue,
			p50: null
		},
		obstacle: decision === null && !isNothing ? {
			findings: [],
			severity: "pass"
		} : null,
		basis: findings
	};
}

// src/stats/quantile-error.ts
/**
* Standard deviations of its place beyond which an order statistic has no weight that a double would keep.
*/
const REACH = 9;
/**
* Standard error of the type 7 quantile of a sample of independent values, in their unit; a single value
* gives 0, an empty sample or a probability outside [0, 1] throws a RangeError. An outlier far from the
* quantile adds nothing to it.
*
* The quantile lies at place r = 1 + (n - 1) p of the ordered sample, and an order statistic of that place is
* distributed like the sample's quantile function at a Beta(r, n + 1 - r) variable; the error is the standard
* deviation of that.
*
* Source: J. S. Maritz and R. G. Jarrett, "A Note on Estimating the Variance of the Sample Median", JASA 73
* (1978), 194-196, with the place of type 7.
*/
function quantileError(values, probability) {
	const n = values.length;
	if (n === 0) throw new RangeError("a quantile needs at least one value");
	if (!(probability >= 0 && probability <= 1)) throw new RangeError(`a probability lies within [0, 1], got ${probability}`);
	const ascending = [...values].sort((x, y) => x - y);
	const place = 1 + (n - 1) * probability;
	const rest = n + 1 - place;
	const middle = place / (n + 1);
	const reach = REACH * Math.sqrt(middle * (1 - middle) / (n + 2));
	const first = Math.max(0, Math.floor((middle - reach) * n));
	const last = Math.min(n, Math.ceil((middle + reach) * n));
	let before = incompleteBeta(first / n, place, rest);
	const origin = ascending[Math.round(place) - 1];
	let sum = 0;
	let squares = 0;
	for (let i = first; i < last; i++) {
		const after = incompleteBeta((i + 1) / n, place, rest);
		const deviation = ascending[i] - origin;
		sum += (after - before) * deviation;
		squares += (after - before) * deviation ** 2;
		before = after;
	}
	return Math.sqrt(Math.max(0, squares - sum ** 2));
}

// src/stats/resolution.ts
/**
* Values nearer to each other than this share of their size are one value with different rounding errors of
* doubles.
*/
const SAME = 1e-4;
/**
* The step in which positive values seem to have been read off: the smallest distance between two that
* differ, in their unit; 0 when there are fewer than three values or none differ. A clock of 10 ns gives 10;
* where values are continuous it is the smallest of many gaps, and nothing beside their spread.
*/
function resolution(values) {
	if (values.length < 3) return 0;
	const ascending = Float64Array.from(values).sort();
	let step = Infinity;
	for (let i = 1; i < ascending.length; i++) {
		const gap = ascending[i] - ascending[i - 1];
		if (gap > SAME * ascending[i] && gap < step) step = gap;
	}
	return Number.isFinite(step) ? step : 0;
}
/**
* The largest standard deviation that an error within half a step can have: all of one value may be rounded
* the same way.
*/
const roundingError = (step) => step / 2;

// src/compare/files.ts
const LEVEL = .95;
/**
* The floor as a standard error of the difference (log): a standard deviation of 1.07 % between the runs of a
* side. It is added to the measured error, not used as a lower bound. With runs that differ by 1 % and values
* inside them by 1 to 5 %, intervals then cover 96 to 97 % (92 % with a bound, 69 to 89 % without either);
* with runs that differ by 1.5 %, one or two of a hundred unchanged families of 50 are flagged, instead of
* five or six with a bound.
*/
const UNSEEN_ERROR = Math.log(1.03) / studentQuantile(1.95 / 2, Infinity);
/**
* Files a side from which on their differences are trusted to show how runs differ: plain Welch intervals
* then cover 95 to 96 %. Processes of one file are not trusted in this way, because they share a machine and
* a moment. Where moments differ by 1 %, ten processes a side cover 55 % without the floor and 96 % with it.
*/
const FILES_THAT_SHOW_ALL = 4;
/** Values in a group from which on the fast end varies less than the middle. */
const VALUES_FOR_FAST_END = 10;
/** Standard error of the median over that of the mean, for normal values. */
const MEDIAN_ERROR = Math.sqrt(Math.PI / 2);
/**
* Standard deviation of normal values over their median absolute deviation. Source: P. J. Rousseeuw and C.
* Croux, "Alternatives to the Median Absolute Deviation", JASA 88 (1993), 1273-1283.
*/
const SD_OF_MAD = 1.4826;
/**
* Compares one metric of one benchmark. Each group is reduced to one statistic and each file to the median
* over its groups. Then the logs of the files' values are compared, or those of the groups where a side has
* only one file.
*/
function compareFiles(pair) {
	invariant(pair.base.length > 0 && pair.head.length > 0, "results of one side alone were to be compared");
	const findings = [];
	if (pair.exact || [...pair.base, ...pair.head].every(({ kind }) => kind === "exact")) {
		const [base, head] = [steadyValue(pair.base), steadyValue(pair.head)];
		const groups = {
			base: pair.base.length,
			head: pair.head.length
		};
		if (base !== null && head !== null) return compareSteady(pair.better, base, head, groups);
		findings.push({ code: "unsteady" });
	}
	const statistic = commonStatistic(pair);
	if (statistic === null) return {
		kind: "incomparable",
		why: "unlike",
		exact: false,
		change: null,
		baseValue: null,
		headValue: null,
		groups: {
			base: pair.base.length,
			head: pair.head.length
		},
		findings: [...findings, { code: "different-statistics" }]
	};
	const sides = {
		base: sideOf(pair.base, statistic),
		head: sideOf(pair.head, statistic)
	};
	return compareMeasured(pair.better, sides, resolution([...pair.base, ...pair.head].flatMap(valuesOf$1)), findings);
}
/** The one value on which all files of a side agree; null when they differ or give a spread. */
function steadyValue(files) {
	if (files.some((data) => data.kind === "summary" && hasWidth(data.spread))) return null;
	const values = new Set(files.flatMap(valuesOf$1));
	const [only] = values;
	return values.size === 1 && only !== void 0 ? only : null;
}
/** Every number in a file, in the metric's unit. */
function valuesOf$1(data) {
	if (data.kind === "samples") return data.groups.flat();
	return data.kind === "summary" ? [data.centre] : [data.value];
}
function hasWidth(spread) {
	if (spread === null) return false;
	return spread.kind === "ci" || spread.kind === "unknown" ? spread.low < spread.high : spread.value > 0;
}
function compareSteady(better, base, head, groups) {
	const values = {
		baseValue: base,
		headValue: head,
		groups,
		findings: []
	};
	if (base >= 0 && base === head) return {
		kind: "exact",
		estimate: 0,
		low: 0,
		high: 0,
		...values
	};
	const refused = refusal(better, [base], [head]);
	if (refused) return {
		...values,
		...refused,
		exact: true,
		findings: [...refused.findings]
	};
	const estimate = cost(better, Math.log(head) - Math.log(base));
	return {
		kind: "exact",
		estimate,
		low: estimate,
		high: estimate,
		...values
	};
}
/** A difference of logs as a cost: positive is worse. */
const cost = (better, difference) => better === "lower" ? difference : 0 - difference;
/** Why the values of two sides have no log ratio; null when they have one. */
function refusal(better, base, head) {
	const values = [...base, ...head];
	if (values.every((value) => Number.isFinite(value) && value > 0)) return null;
	if (!values.every((value) => Number.isFinite(value) && value >= 0)) return {
		kind: "incomparable",
		why: "below-zero",
		change: null,
		findings: [{ code: "no-ratio" }]
	};
	const by = cost(better, quantile(head, .5) - quantile(base, .5));
	return {
		kind: "incomparable",
		why: "zero",
		change: by === 0 ? "none" : by > 0 ? "worse" : "better",
		findings: [{ code: "zero-value" }]
	};
}
/**
* The statistic by which both sides are compared; null where they have none in common. A tool's summaries
* determine it. For samples it is the 10th percentile of times, which sees a real slowdown with the least
* noise, and the 90th of rates, which is the same calls: a benchmark reported as a time and as a throughput
* gets one verdict. For few values and for other units it is the median.
*/
function commonStatistic({ better, unit, base, head }) {
	const data = [...base, ...head];
	const [only, other] = new Set(data.flatMap((entry) => entry.kind === "summary" ? [entry.statistic] : []));
	const groups = data.flatMap((entry) => entry.kind === "samples" ? groupsOf(entry) : []);
	if (other !== void 0 || only === "other" && groups.length > 0) return null;
	if (only !== void 0) return only;
	if (!(groups.length > 0 && groups.every((group) => group.length >= VALUES_FOR_FAST_END)) || !isSpeed({
		unit,
		better
	})) return .5;
	return better === "lower" ? .1 : .9;
}
/** A value that describes a whole process is a group of its own. */
function groupsOf({ of, groups }) {
	return of === "process" ? groups.flat().map((value) => [value]) : groups;
}
function sideOf(files, statistic) {
	const [first] = files;
	invariant(first !== void 0, "a side without results");
	if (files.length > 1) return {
		values: files.map((file) => fileValue(file, statistic)),
		relativeError: null,
		isFiles: true
	};
	if (first.kind !== "samples") {
		const relativeError = first.kind === "summary" ? summaryError(first) : {
			error: 0,
			df: Infinity
		};
		return {
			values: [fileValue(first, statistic)],
			relativeError,
			isFiles: false
		};
	}
	const groups = groupsOf(first);
	const values = groups.map((group) => statisticOf(group, statistic));
	return {
		values,
		relativeError: values.length > 1 ? null : sampleError(groups[0], values[0], statistic),
		isFiles: false
	};
}
function fileValue(data, statistic) {
	if (data.kind === "exact") return data.value;
	if (data.kind === "summary") return data.centre;
	const values = groupsOf(data).map((group) => statisticOf(group, statistic));
	return values.length === 1 ? values[0] : quantile(values, .5);
}
function statisticOf(group, statistic) {
	if (statistic === "mean") return group.reduce((sum, value) => sum + value, 0) / group.length;
	return quantile(group, probabilityOf(statistic));
}
/** The probability of the quantile that a summary's statistic is; `mean` and `other` are no quantiles. */
function probabilityOf(statistic) {
	if (typeof statistic === "number") return statistic;
	invariant(statistic !== "other", "a statistic that nobody names was to be computed");
	return {
		min: 0,
		median: .5,
		max: 1
	}[statistic];
}
/**
* Relative standard error (a fraction) of one group's statistic. Extremes have none: how far the least value
* of a sample is from the least possible one is unknown.
*/
function sampleError(group, value, statistic) {
	if (group.length < 2 || statistic === "min" || statistic === "max") return null;
	return {
		error: (statistic === "mean" ? meanEstimate(group).error : quantileError(group, probabilityOf(statistic))) / value,
		df: group.length - 1
	};
}
/**
* Relative standard error (a fraction) of a summary's centre, from the tool's spread; null where the spread
* does not define it.
*/
function summaryError({ statistic, centre, spread, count }) {
	if (spread === null || spread.kind === "unknown" || count !== null && count < 2) return null;
	const df = count === null ? Infinity : count - 1;
	if (spread.kind === "ci" || spread.kind === "rme") {
		if (!(spread.level > 0 && spread.level < 1)) return null;
		return {
			error: (spread.kind === "ci" ? Math.max(spread.high - centre, centre - spread.low) / centre : spread.value) / studentQuantile((1 + spread.level) / 2, df),
			df
		};
	}
	if (statistic !== "mean" && statistic !== "median") return null;
	if (spread.kind === "mad" && statistic !== "median") return null;
	if (spread.kind !== "sem" && count === null) return null;
	const sd = spread.kind === "mad" ? SD_OF_MAD * spread.value : spread.value;
	return {
		error: (spread.kind === "sem" ? spread.value : sd / Math.sqrt(count ?? 1)) * (statistic === "median" ? MEDIAN_ERROR : 1) / centre,
		df
	};
}
function compareMeasured(better, { base, head }, step, findings) {
	const basis = {
		groups: {
			base: base.values.length,
			head: head.values.length
		},
		findings
	};
	const middle = {
		baseValue: quantile(base.values, .5),
		headValue: quantile(head.values, .5)
	};
	const refused = refusal(better, base.values, head.values);
	if (refused) return {
		...refused,
		...basis,
		...middle,
		exact: false,
		findings: [...findings, ...refused.findings]
	};
	const [baseLog, headLog] = [logOf(base), logOf(head)];
	if (baseLog === null || headLog === null) return {
		kind: "unknown-spread",
		estimate: cost(better, meanLog(head) - meanLog(base)),
		baseValue: Math.exp(meanLog(base)),
		headValue: Math.exp(meanLog(head)),
		...basis,
		findings: [...findings, { code: "unknown-spread" }]
	};
	const isBetween = base.values.length > 1 && head.values.length > 1;
	const rounding = roundingError(step);
	const floor = showsAll(base) && showsAll(head) ? 0 : UNSEEN_ERROR;
	const unseen = Math.hypot(floor, rounding / Math.exp(baseLog.value), rounding / Math.exp(headLog.value));
	const logRatio = difference(baseLog, headLog, unseen);
	const estimate = {
		...logRatio,
		value: cost(better, logRatio.value)
	};
	return {
		kind: isBetween ? "groups" : "summary",
		estimate: estimate.value,
		...interval(estimate, LEVEL),
		error: estimate.error,
		df: estimate.df,
		baseValue: Math.exp(baseLog.value),
		headValue: Math.exp(headLog.value),
		...basis,
		findings: isBetween ? findings : [...findings, { code: "one-run" }]
	};
}
const meanLog = ({ values }) => values.reduce((sum, value) => sum + Math.log(value), 0) / values.length;
/** The log of a side's value with its standard error; null where the error is unknown. */
function logOf(side) {
	if (side.values.length > 1) return meanEstimate(side.values.map(Math.log));
	return side.relativeError && {
		value: meanLog(side),
		...side.relativeError
	};
}
/** Whether a side's values show everything by which runs differ. */
const showsAll = ({ values, isFiles }) => isFiles && values.length >= FILES_THAT_SHOW_ALL;

// src/gate/compare-files.ts
/**
* Compares result files of two versions. The order and the machines of their measurement are unknown, so no
* change can fail; a benchmark that failed on head alone does. Throws a UserError where nothing in them can
* be compared, the filter leaves nothing, or nothing of head has a value.
*/
function judgeFiles(sides, o) {
	const read = readSides(sides, o.config);
	const { survey } = read;
	const matches = o.filter === null ? () => true : compileGlob(o.filter);
	const gated = survey.benchmarks.filter(({ id }) => matches(id)).flatMap((benchmark) => gatedOf(benchmark, read));
	if (gated.length === 0) refuseFilter(o.filter);
	const origin = {
		kind: "files",
		why: "",
		tools: toolsOf([...sides.base, ...sides.head]),
		base: namesOf$1(sides.base),
		head: namesOf$1(sides.head)
	};
	const compared = comparisonsOf(gated, read);
	const rows = gated.map((one) => {
		const comparison = compared.get(one.key);
		const input = comparison === void 0 ? alone(one, read, origin) : {
			comparison,
			baseline: filesOf(one, read)
		};
		const judgement = judge({
			gated: one,
			absence: null,
			ofFiles: false,
			partial: partialOf(one, read, origin),
			today: "",
			...input
		});
		return rowOf(one, input.comparison, judgement, o.config.file);
	});
	const onHead = gated.filter(({ presence }) => presence !== "base");
	refuseNothingMeasured(rows, onHead.map((one) => ({
		benchmark: one.benchmark,
		values: valuesOf(one, read, "head")
	})));
	return assemble(rows, {
		command: "compare",
		seed: "",
		base: o.base,
		head: o.head,
		environment: o.environment,
		effort: {
			processes: 0,
			seconds: 0,
			secondsInBenchmarks: 0,
			stoppedBy: "decided"
		},
		benchmarks: new Set(gated.map(({ benchmark }) => benchmark)).size,
		warnings: survey.warnings.map(worded),
		budgetChanges: [],
		history: null,
		measuredBy: measuredBy(origin),
		baseline: {
			kind: "files",
			files: origin.base
		}
	});
}
const namesOf$1 = (files) => files.map(({ name }) => name);
/** Every metric that the files report, since comparing one costs no machine time. */
function gatedOf(benchmark, { data }) {
	const { id, suite } = benchmark;
	const isHeld = (metric) => [data.base, data.head].some((side) => side.get(id)?.has(metric));
	const available = availableOf(benchmark);
	const held = available.filter(({ metric }) => isHeld(metric.id));
	return (held.length === 0 ? available : held).map(({ metric, presence }) => gatedMetric({
		id,
		suite,
		metric,
		presence,
		limits: NO_LIMITS,
		limited: true
	}));
}
const filesOf = ({ benchmark, metric }, { data }) => ({
	kind: "files",
	base: data.base.get(benchmark)?.get(metric.id) ?? [],
	head: data.head.get(benchmark)?.get(metric.id) ?? []
});
/** The comparisons of all metrics that both sides have, by key. They are decided as one family. */
function comparisonsOf(gated, read) {
	const compared = gated.flatMap((one) => {
		const files = filesOf(one, read);
		if (files.base.length === 0 || files.head.length === 0 || errorRise(one, read) !== null) return [];
		return [{
			key: one.key,
			comparison: compareFiles({
				...one.metric,
				...files
			}),
			levels: one.levels
		}];
	});
	const decisions = decideFiles(compared);
	return new Map(compared.map(({ key, comparison }, i) => [key, comparisonOfFiles(comparison, decisions[i])]));
}
/** Why the times of a load test are void; null: they are not. */
function errorRise({ benchmark, metric }, { values }) {
	const rates = (side) => values[side].flatMap((file) => file.get(benchmark)?.["error-rate"] ?? []);
	return riseOfErrors(metric, {
		base: rates("base"),
		head: rates("head")
	});
}
/** A metric that one side alone reports, or that neither reports although both name its benchmark. */
function alone(gated, read, origin) {
	const { presence, benchmark, metric } = gated;
	const nothing = nothingCompared(metric);
	const base = {
		value: medianOf(valuesOf(gated, read, "base")),
		p50: null
	};
	const head = {
		value: medianOf(valuesOf(gated, read, "head")),
		p50: null
	};
	const voidBy = errorRise(gated, read);
	if (voidBy !== null) return {
		baseline: filesOf(gated, read),
		comparison: {
			...nothing,
			base,
			head,
			voidBy
		}
	};
	const baseline = {
		kind: "none",
		why: null
	};
	const failed = failuresOf(gated, read, origin, true);
	if (failed.head !== null) return {
		baseline,
		comparison: nothing,
		absence: {
			kind: "failed",
			findings: [failed.base, failed.head].filter((one) => one !== null),
			onBaseToo: failed.base !== null
		}
	};
	if (failed.base !== null) {
		const obstacle = {
			findings: [{
				code: "nothing-to-compare-with",
				why: failed.base
			}],
			severity: "pass"
		};
		return {
			baseline,
			comparison: {
				...nothing,
				head,
				obstacle
			}
		};
	}
	if (presence !== "base") return {
		baseline,
		comparison: {
			...nothing,
			head
		}
	};
	const findings = read.values.head.some((file) => file.has(benchmark)) ? [{
		code: "metric-dropped",
		metric: metric.id
	}] : [];
	return {
		baseline,
		comparison: {
			...nothing,
			base
		},
		absence: {
			kind: "gone",
			findings,
			named: false,
			dropped: false,
			isSuspect: false
		}
	};
}
const partialOf = (gated, read, origin) => failuresOf(gated, read, origin, false);
/** In which files of a side a benchmark failed: in all that name it (`excluded`), or in some. */
function failuresOf({ benchmark }, { failures }, origin, excluded) {
	const of = (side) => {
		const failure = failures[side].get(benchmark);
		return failure?.excluded === excluded ? failureOf(failure, side, origin) : null;
	};
	return {
		base: of("base"),
		head: of("head")
	};
}
/** The values of a side, one for each file that has one. */
const valuesOf = ({ benchmark, metric }, { values }, side) => values[side].flatMap((file) => file.get(benchmark)?.[metric.id] ?? []);

// src/history/stored-runs.ts
/** The newest runs, which are the ones that are read. */
const RUNS_READ = 200;
/** Commits among which the nearest one with a run is searched for. */
const COMMITS_READ = 500;
const CLOCK_TOLERANCE_MS = 864e5;
/**
* The stored runs that head may be compared with: those of branches that count as baselines, with the same
* key and the same settings. `stored` is null where nothing is recorded yet.
*/
async function lookUpStored(branch, question) {
	const { sha, key, configDigest, refs, series, now } = question;
	const { tip, runs, warnings } = await branch.read(RUNS_READ, key);
	if (tip === null) return {
		stored: null,
		warnings
	};
	const latest = new Date(now.getTime() + CLOCK_TOLERANCE_MS).toISOString();
	const usable = runs.filter(({ run }) => run.ref.startsWith("refs/heads/") && refs(run.ref) && run.config === configDigest && run.run.key === key && run.run.recordedAt <= latest);
	const nearest = nearestRun(usable, await branch.ancestors(sha, COMMITS_READ));
	const shown = [...series, nearest?.run.run.ref].find((ref) => usable.some(({ run }) => run.ref === ref));
	return {
		stored: {
			branch: question.branch,
			runs: usable.filter(({ run }) => run.ref === shown),
			nearest
		},
		warnings
	};
}
/** The newest measured run of the first commit that has one. */
function nearestRun(runs, commits) {
	const measured = runs.filter(({ run }) => run.imported === void 0);
	for (const [commitsBefore, sha] of commits.entries()) {
		const run = measured.find((stored) => stored.run.commit.sha === sha);
		if (run !== void 0) return {
			run,
			commitsBefore
		};
	}
	return null;
}

// src/store/address.ts
/** Of a name that is refused, so much is shown. */
const SHOWN_LENGTH = 200;
const MAX_REMOTE = 2e3;
/** Refuses a name that is none for a branch. Throws a UserError. */
function checkBranch(branch) {
	const problem = problemOfBranch(branch);
	if (problem === null) return;
	throw new UserError("store", `The baseline branch ${JSON.stringify(branch.slice(0, SHOWN_LENGTH))} ${problem}`, "Name it with letters, digits and hyphens, such as benchgate.");
}
/** Refuses a remote that git would take for an option or hand to another program. Throws a UserError. */
function checkRemote(remote) {
	const problem = remote === "" ? "is empty" : remote.length > MAX_REMOTE ? `has more than ${MAX_REMOTE} characters` : remote.startsWith("-") ? "begins with a hyphen" : /\p{Cc}/u.test(remote) ? "holds a control character" : /^[\w+.-]*::/.test(remote) ? "asks for a transport program" : null;
	if (problem === null) return;
	throw new UserError("store", `The remote ${JSON.stringify(withoutCredentials(remote).slice(0, SHOWN_LENGTH))} ${problem}`, "Give a URL, such as https://github.com/owner/name.git, or the path of a repository.");
}
/** Any text with the user name and password of the URLs in it left out. */
const withoutCredentials = (text) => text.replace(/(\w:\/\/)[^\s/@]*@/g, "$1");
/**
* An address with a user name and password in it, as one without and the setting that shows them: git would
* hand the address to the program that speaks HTTP as an argument, which every user of the machine can read.
* Others are left as they are.
*/
function credentialsApart(remote) {
	if (!/^https?:\/\/[^/]*@/i.test(remote) || !URL.canParse(remote)) return {
		remote,
		settings: []
	};
	const url = new URL(remote);
	const credentials = `${decoded(url.username)}:${decoded(url.password)}`;
	url.username = "";
	url.password = "";
	const header = `AUTHORIZATION: basic ${Buffer.from(credentials).toString("base64")}`;
	return {
		remote: url.href,
		settings: [[`http.${url.origin}/.extraheader`, header]]
	};
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

// src/store/remote.ts
/** For reading a configuration, which takes milliseconds. */
const TIME_LIMIT_MS = 6e4;
const MAX_SETTINGS = 1e3;
/**
* Keys that say how a remote is reached; actions/checkout leaves its token in one, in the repository or in a
* file it includes.
*/
const REACHING = /^(?:http|credential|url|ssh)\.|^core\.(?:sshcommand|askpass|gitproxy)$/;
/**
* Where a remote of the user's checkout is, and the settings without which it may not open: a mirror that
* lies elsewhere has the user's own and the system's configuration, but not the repository's. Throws a
* UserError.
*/
async function findRemote({ project, remote, env, signal }) {
	checkRemote(remote);
	const git = new Git(project, env, {
		signal,
		remainingMs: () => TIME_LIMIT_MS
	});
	const root = await git.maybe("rev-parse", "--show-toplevel") ?? project;
	const listed = splitNul(await git.bytes("config", "--list", "--show-scope", "--includes", "-z"));
	const local = [];
	for (let i = 0; i + 1 < listed.length; i += 2) {
		const [key, value] = parted(listed[i + 1]);
		if (listed[i] === "local" || listed[i] === "worktree") local.push([key, value]);
	}
	const url = local.findLast(([key]) => key === `remote.${remote}.url`)?.[1] ?? await unnamed(git, remote);
	const settings = local.filter(([key]) => REACHING.test(key)).slice(0, MAX_SETTINGS);
	const place = isPath(url) && !isAbsolute(url) ? resolve(root, url) : url;
	checkRemote(place);
	return {
		url: place,
		settings
	};
}
function parted(item) {
	const end = item.indexOf("\n");
	return end < 0 ? [item, "true"] : [item.slice(0, end), item.slice(end + 1)];
}
/** What is no name here has to be an address, or the name of a remote that the user has everywhere. */
async function unnamed(git, remote) {
	const everywhere = await git.maybe("config", "--get", `remote.${remote}.url`);
	if (everywhere !== null) return everywhere;
	if (/[:/\\]/.test(remote)) return remote;
	const names = (await git.maybe("remote") ?? "").split("\n").filter((name) => name !== "");
	throw new UserError("store", `There is no remote ${JSON.stringify(remote)} in ${git.directory}`, names.length === 0 ? "Give the URL of the repository: --remote https://github.com/owner/name.git" : `Choose one of ${names.slice(0, 10).join(", ")}, or give a URL, with --remote.`);
}
/** As git tells them apart: a colon before the first slash makes an address. */
const isPath = (url) => !/^[^/]*:/.test(url);

// src/store/tree.ts
const FOLDER = "40000";
const FILE = "100644";
/** The entries of a raw tree object (gitformat-tree): `<mode> <name>\0<20 bytes of id>` each. */
function parseTree(raw) {
	const entries = [];
	let at = 0;
	while (at < raw.length) {
		const space = raw.indexOf(32, at);
		const end = raw.indexOf(0, space);
		if (space < 0 || end < 0 || end + 21 > raw.length) throw new RangeError("a tree breaks off");
		entries.push({
			mode: raw.toString("latin1", at, space),
			name: raw.toString("latin1", space + 1, end),
			sha: raw.toString("hex", end + 1, end + 21)
		});
		at = end + 21;
	}
	return entries;
}
/** The entries as `git mktree -z` reads them, which puts them in git's order. */
function treeLines(entries) {
	const type = (mode) => mode === "40000" ? "tree" : mode === "160000" ? "commit" : "blob";
	const lines = entries.map(({ mode, name, sha }) => `${mode} ${type(mode)} ${sha}\t${name}\0`);
	return Buffer.from(lines.join(""), "latin1");
}
/** The entries with more of them, or with others in the place of those of the same names. */
function withEntries(entries, added) {
	const replaced = new Set(added.map(({ name }) => name));
	return [...entries.filter(({ name }) => !replaced.has(name)), ...added];
}

// src/store/paths.ts
/** The file at the root that says how the rest is to be read. */
const FORMAT_FILE = {
	name: "benchgate.json",
	text: "{\"schema\": 1}\n",
	schema: 1
};
const RUNS_FOLDER = "runs";
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const RUN_NAME = /^\d{2}T\d{6}Z-[0-9a-f]{12}-[0-9A-Za-z]{1,32}-\d{1,9}(?:-([A-Za-z0-9._-]{1,50}))?\.json$/;
/**
* Path of a run on the branch: its month, then when it was recorded (UTC), its commit, the attempt of the
* job, and the key where a repository has several gates: their jobs may record one commit in one second.
*/
function runPath({ commit, run }) {
	const [date = "", time = ""] = new Date(run.recordedAt).toISOString().split(/[T.]/);
	const key = run.key === "default" ? "" : `-${run.key}`;
	const name = `${date.slice(8)}T${time.replaceAll(":", "")}Z-${commit.sha.slice(0, 12)}-${run.id}-${run.attempt}${key}.json`;
	return `${RUNS_FOLDER}/${date.slice(0, 7)}/${name}`;
}
const isMonth = (name) => MONTH.test(name);
const isRunName = (name) => RUN_NAME.test(name);
/** True for a path that `runPath` could have made. */
function isRunPath(path) {
	const parts = path.split("/");
	return parts.length === 3 && parts[0] === "runs" && isMonth(parts[1]) && isRunName(parts[2]);
}
/** The key of the gate that recorded the run in a file of this name. */
const keyOfName = (name) => RUN_NAME.exec(name)?.[1] ?? "default";

// src/store/mirror-files.ts
/** Names whose mirror it is, so that one of another remote is not taken for it. */
const IDENTITY_FILE = "benchgate-mirror";
/** git needs no more to see a bare repository; without a template there are no hooks. */
const FIXED_FILES = {
	HEAD: "ref: refs/heads/none\n",
	config: "[core]\n	repositoryformatversion = 0\n	bare = true\n	logAllRefUpdates = false\n"
};
const REFS = {
	tip: "refs/benchgate/tip",
	known: "refs/benchgate/known"
};
const PACK = /^pack-[0-9a-f]{40,64}\.(?:pack|idx|promisor|rev)$/;
const LOOSE_FOLDER = /^[0-9a-f]{2}$/;
const LOOSE = /^[0-9a-f]{38,62}$/;
const SHA_LINE = /^[0-9a-f]{40,64}\n$/;
/** Each fetch leaves a pack and each run some objects: beyond this a mirror is slower than a new one. */
const MAX_FILES = 2e3;
const MAX_BYTES = 536870912;
const MAX_SHALLOW_BYTES = 1048576;
/**
* Makes the directory a bare repository without settings, hooks and remotes, with the objects that it held
* when it was the mirror of the same remote and branch and `anew` is not asked for. Throws a UserError when
* it cannot be made.
*/
async function prepareMirror({ directory, host }, identity, wanted) {
	try {
		const kept = wanted.anew ? null : await keepObjects(directory, identity).catch(() => null);
		if (kept === null) await newMirror(directory);
		const whole = kept === null ? wanted.whole : kept === "whole";
		await writeFixedFiles(directory, identityText(identity, whole ? "whole" : "partial"));
		return {
			reused: kept !== null,
			whole
		};
	} catch (cause) {
		throw new UserError("store", `The mirror of the baseline branch could not be made in ${directory}: ${cause.message}`, `Free some space, or point ${host.temporaryVariables} to a directory that can be written to.`, { cause });
	}
}
const identityText = (identity, kind) => `${identity} ${kind}\n`;
/** Makes the directory one that holds nothing. */
async function newMirror(directory) {
	await rm(directory, {
		recursive: true,
		force: true,
		maxRetries: 3
	});
	await mkdir(join(directory, "objects", "pack"), { recursive: true });
	await mkdir(join(directory, "refs", "benchgate"), { recursive: true });
}
async function writeFixedFiles(directory, identity) {
	for (const [name, text] of Object.entries({
		...FIXED_FILES,
		[IDENTITY_FILE]: identity
	})) await writeFile(join(directory, name), text);
}
/** Removes all but objects, ids and the identity. Throws where something is not what it should be. */
async function keepObjects(directory, identity) {
	await expectFolder(directory);
	const found = await readSmall(join(directory, IDENTITY_FILE), 1e3);
	const kind = ["whole", "partial"].find((kind) => found === identityText(identity, kind));
	if (kind === void 0) throw new Error("another mirror");
	const shallow = await readSmall(join(directory, "shallow"), MAX_SHALLOW_BYTES);
	if (shallow !== null && !/^(?:[0-9a-f]{40,64}\n)*$/.test(shallow)) throw new Error("shallow");
	const ids = /* @__PURE__ */ new Map();
	for (const ref of Object.values(REFS)) {
		const id = await readSmall(join(directory, ref), 100);
		if (id === null) continue;
		if (!SHA_LINE.test(id)) throw new Error(ref);
		ids.set(ref, id);
	}
	for (const name of await readdir(directory)) {
		if (name === "objects" || name === "shallow" || name === IDENTITY_FILE) continue;
		await rm(join(directory, name), {
			recursive: true,
			force: true
		});
	}
	await checkObjects(join(directory, "objects"));
	await mkdir(join(directory, "refs", "benchgate"), { recursive: true });
	for (const [ref, id] of ids) await writeFile(join(directory, ref), id);
	return kind;
}
async function checkObjects(objects) {
	const total = {
		files: 0,
		bytes: 0
	};
	await expectFolder(objects);
	for (const name of await readdir(objects)) {
		const folder = join(objects, name);
		const wanted = name === "pack" ? PACK : LOOSE_FOLDER.test(name) ? LOOSE : null;
		if (wanted === null) {
			await rm(folder, {
				recursive: true,
				force: true
			});
			continue;
		}
		await expectFolder(folder);
		for (const file of await readdir(folder)) {
			const path = join(folder, file);
			if (!wanted.test(file)) {
				await rm(path, {
					recursive: true,
					force: true
				});
				continue;
			}
			const { size } = await expectFile(path);
			total.files++;
			total.bytes += size;
			if (total.files > MAX_FILES || total.bytes > MAX_BYTES) throw new Error("grown too large");
		}
	}
}
async function expectFolder(path) {
	if (!(await lstat(path)).isDirectory()) throw new Error(path);
}
async function expectFile(path) {
	const found = await lstat(path);
	if (!found.isFile()) throw new Error(path);
	return found;
}
/** A file's text, null when there is none. */
async function readSmall(path, limitBytes) {
	const found = await lstat(path).catch((error) => {
		if (error.code === "ENOENT") return null;
		throw error;
	});
	if (found === null) return null;
	if (!found.isFile() || found.size > limitBytes) throw new Error(path);
	return await readFile(path, "latin1");
}

// src/store/portions.ts
/** The items in their order, as many together as have `limit` in all; one that is larger comes by itself. */
function* portions(items, sizeOf, limit) {
	let portion = [];
	let total = 0;
	for (const item of items) {
		const size = sizeOf(item);
		if (portion.length > 0 && total + size > limit) {
			yield portion;
			portion = [];
			total = 0;
		}
		portion.push(item);
		total += size;
	}
	if (portion.length > 0) yield portion;
}

// src/store/refused.ts
const REFUSALS = [
	{
		kind: "no-branch",
		pattern: /couldn't find remote ref/i,
		what: "it is not there",
		remedy: "The first recorded push to the default branch creates it."
	},
	{
		kind: "signature",
		pattern: /must have (?:verified|valid) signatures/i,
		what: "a rule of the repository wants signed commits",
		remedy: (_, branch) => `Exempt the branch ${branch} from "Require signed commits" (Settings, Rules), or create the branch once by hand: GitHub signs what is added to it through its API.`
	},
	{
		kind: "archived",
		pattern: /archived so it is read-only|repository (?:is|was|has been) archived/i,
		what: "the repository is archived",
		remedy: "Unarchive it in its settings, or stop recording."
	},
	{
		kind: "rule",
		pattern: /\bGH0(?:06|13)\b|protected branch|rule violations|hook declined/i,
		what: "a rule of the repository forbids the push",
		remedy: (_, branch) => `Exempt the branch ${branch} in the branch protection or ruleset, or let the pushing app bypass it (Settings, Rules).`
	},
	{
		kind: "disk",
		pattern: /no space left on device|disk quota exceeded/i,
		what: "there is no space left",
		remedy: "Free some, here or on the remote."
	},
	{
		kind: "moved",
		pattern: /fetch first|non-fast-forward|stale info|cannot lock ref|unable to lock|incorrect old value|failed to update ref|reference already exists/i,
		what: "other writers were faster each time",
		remedy: "Run the job again when fewer jobs write."
	},
	{
		kind: "unauthenticated",
		pattern: /error: 401|could not read (?:username|password)|authentication failed|terminal prompts disabled|permission denied \(publickey|bad credentials|invalid username or/i,
		what: "the remote wants to know who asks",
		remedy: "Set github-token, or store credentials for the remote in git."
	},
	{
		kind: "denied",
		pattern: /error: 403|write access to repository not granted|permission to \S+ denied|deploy key|not allowed to push/i,
		what: (doing) => `the token may not ${doing === "read" ? "read the repository" : "write"}`,
		remedy: (doing) => {
			const right = doing === "read" ? "read" : "write";
			return `Give the job \`permissions: contents: ${right}\`, or a token that may ${right}.`;
		}
	},
	{
		kind: "missing",
		pattern: /repository .*not found|does not appear to be a git repository|error: 404/i,
		what: "there is no such repository, or the token may not see it",
		remedy: "Check the address of the remote and the rights of the token."
	},
	{
		kind: "no-objects",
		pattern: /unadvertised object|not our ref|remote error: upload-pack/i,
		what: "the remote gives no objects by their id",
		remedy: "Set uploadpack.allowAnySHA1InWant on the remote, or git protocol version 2."
	},
	{
		kind: "unreachable",
		pattern: /could not resolve|couldn't resolve|failed to connect|couldn't connect|connection (?:refused|reset|timed out)|timed out|error: (?:5\d\d|429)|HTTP (?:5\d\d|429)|early EOF|hung up|RPC failed|unexpected disconnect|\b(?:SSL|TLS|gnutls)\b/i,
		what: "the remote did not answer as it should",
		remedy: "Look at the network and at the status of the host, and run the job again."
	}
];
const UNKNOWN$1 = {
	kind: "unknown",
	what: "git failed",
	remedy: "Look at what git says; if it is no fault of the remote, please report it."
};
const refusalIn = (said) => REFUSALS.find(({ pattern }) => pattern.test(said)) ?? UNKNOWN$1;
/** What git's output says about a fetch or a push that did not succeed. */
const kindOf = (said) => refusalIn(said).kind;
/** A fetch or push that the remote, or the way to it, did not let happen. */
var Refused = class extends Error {
	name = "Refused";
	kind;
	said;
	constructor(said) {
		super("the remote refused");
		this.kind = kindOf(said);
		this.said = said;
	}
};
/** The refusal as something that a person can act on. */
function refusalError(refused, { branch, doing, attempts = 1 }) {
	const { what, remedy } = refusalIn(refused.said);
	const times = attempts === 1 ? "" : ` in ${attempts} attempts`;
	const why = typeof what === "string" ? what : what(doing);
	return new UserError("store", `The baseline branch ${branch} could not be ${doing}${times}: ${why} (${tellingLines(refused.said)})`, typeof remedy === "string" ? remedy : remedy(doing, branch), { cause: refused });
}
const MAX_LINES = 4;
const MAX_TEXT = 500;
/** The lines in which the remote, else git, says what is wrong, without what nobody needs. */
function tellingLines(said) {
	const lines = withoutCredentials(said).split("\n").map((line) => line.trim());
	const remote = lines.flatMap((line) => /^remote: (?:error: |fatal: |- )?(.*\S)/.exec(line)?.[1] ?? []);
	const own = lines.flatMap((line) => /^(?:fatal|error): (.*)/.exec(line)?.[1] ?? []);
	const chosen = [...remote, ...own].slice(0, MAX_LINES);
	return (chosen.length === 0 ? lines.at(-1) ?? "" : chosen.join("; ")).slice(0, MAX_TEXT) || "it did not say why";
}

// src/store/mirror.ts
/** One command; a slow remote sends the newest 200 runs of a large project within this. */
const COMMAND_LIMIT_MS = 6e5;
/** Bytes that git hands over in one go. */
const READ_AT_ONCE_BYTES = 33554432;
const REMOTE = "benchgate-store";
const FETCH = [
	"fetch",
	"--no-tags",
	"--no-write-fetch-head",
	"--no-progress",
	"--no-prune",
	"--no-auto-gc"
];
/** Commits of a machine; the address cannot belong to anyone. */
const IDENTITY = {
	GIT_AUTHOR_NAME: "Benchgate",
	GIT_AUTHOR_EMAIL: "benchgate@noreply.invalid",
	GIT_COMMITTER_NAME: "Benchgate",
	GIT_COMMITTER_EMAIL: "benchgate@noreply.invalid"
};
/** The mirror is of no use: it is damaged, or the remote has to be mirrored in another way. */
var StartAnew = class extends Error {
	/** Without filters: this remote does not hand out single objects. */
	whole;
	constructor(message, { whole }) {
		super(message);
		this.whole = whole;
	}
};
/**
* A bare repository that holds what was needed of one branch: the newest commit, its folders, some files.
* What it lacks is asked for by name, all in one request; nothing is fetched behind its back. Credentials are
* in the environment of git, nowhere else.
*/
var Mirror = class Mirror {
	#o;
	#local;
	#whole;
	/** False for one that was just made: whatever is wrong with that, another would have too. */
	#reused;
	/** Whether the remote leaves out what it is asked to leave out; null: it was not asked yet. */
	#filters = null;
	constructor(o, { reused, whole }) {
		this.#o = o;
		this.#reused = reused;
		this.#whole = whole;
		this.#local = this.#git([["safe.bareRepository", "all"]]);
	}
	/** Opens or makes the directory's mirror: `anew` takes over nothing, `whole` asks for no parts. */
	static async open(o, { anew = false, whole = false } = {}) {
		const identity = hash("sha256", JSON.stringify([withoutCredentials(o.remote), o.branch]));
		return new Mirror(o, await prepareMirror(o, identity, {
			anew,
			whole
		}));
	}
	#git(settings) {
		return new Git(this.#o.directory, withGitSettings(this.#o.env, settings), {
			signal: this.#o.signal,
			remainingMs: () => COMMAND_LIMIT_MS,
			host: this.#o.host,
			timeRemedy: "Look at the network and at the remote, and run the job again."
		});
	}
	#remote(more = []) {
		return this.#git([
			["safe.bareRepository", "all"],
			["protocol.version", "2"],
			["pack.useSparse", "true"],
			["push.followTags", "false"],
			["push.gpgSign", "false"],
			["push.recurseSubmodules", "no"],
			...this.#o.settings,
			[`remote.${REMOTE}.url`, this.#o.remote],
			...this.#whole ? [] : [[`remote.${REMOTE}.promisor`, "true"], [`remote.${REMOTE}.partialclonefilter`, "blob:none"]],
			...more
		]);
	}
	#filter(filter) {
		return this.#whole ? [] : [`--filter=${filter}`];
	}
	/** The commit that an own ref names, null when it does not exist. */
	async ref(name) {
		return await this.#local.maybe("rev-parse", "--verify", "--quiet", REFS[name]);
	}
	async setRef(name, commit) {
		await this.#must([
			"update-ref",
			REFS[name],
			commit
		]);
	}
	/** Fetches the newest commit without its history; null when there is no branch. Throws Refused. */
	async fetchTip(filter) {
		return await this.#fetchBranch("--depth=1", ...this.#filter(filter));
	}
	/** The branch that the remote's HEAD names; null where it names none, or one without commits. */
	async defaultBranch() {
		const answer = await this.#remote().ask("ls-remote", "--symref", REMOTE, "HEAD");
		if (!answer.ok) throw this.#failure(answer.said);
		return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(answer.stdout.toString())?.[1] ?? null;
	}
	/** Fetches all commits with all their folders; null when there is no branch. Throws Refused. */
	async fetchHistory() {
		return await this.#fetchBranch(...this.#filter("blob:none"));
	}
	async #fetchBranch(...options) {
		const refspec = `+refs/heads/${this.#o.branch}:${REFS.tip}`;
		const answer = await this.#remote().ask(...FETCH, ...options, REMOTE, refspec);
		if (!answer.ok && kindOf(answer.said) === "no-branch") return null;
		if (!answer.ok) throw this.#failure(answer.said);
		this.#filters = !this.#whole && !answer.said.includes("filtering not recognized");
		return await this.ref("tip");
	}
	/**
	* Fetches a commit and `depth` generations of its history, nothing but commits; false where the remote
	* leaves nothing out and would send all their files too. Throws Refused.
	*/
	async fetchCommits(sha, depth) {
		if (this.#filters === null) await this.fetchTip("tree:0");
		if (this.#filters !== true) return false;
		const answer = await this.#remote().ask(...FETCH, `--depth=${depth}`, ...this.#filter("tree:0"), REMOTE, sha);
		if (!answer.ok) throw this.#failure(answer.said);
		return true;
	}
	#anew(why) {
		return new StartAnew(why, { whole: this.#whole });
	}
	/** A sound mirror has no failures that nobody knows; one from elsewhere may be the reason itself. */
	#failure(said) {
		const refused = new Refused(said);
		return this.#reused && refused.kind === "unknown" ? this.#anew(said) : refused;
	}
	/** Type and size of those objects that are here, in the order they were asked for. */
	async #present(shas) {
		if (shas.length === 0) return [];
		const input = `${shas.join("\n")}\n`;
		return (await this.#must(["cat-file", "--batch-check"], input)).toString().trimEnd().split("\n").flatMap((line) => {
			const [sha = "", type = "", size = ""] = line.split(" ");
			return type === "missing" || size === "" ? [] : [{
				sha,
				type,
				size: Number(size)
			}];
		});
	}
	/** Fetches those of the objects that are not here, in one request, and tells about all. Throws Refused. */
	async ensure(shas) {
		const wanted = [...new Set(shas)];
		const present = await this.#present(wanted);
		const known = new Set(present.map(({ sha }) => sha));
		const missing = wanted.filter((sha) => !known.has(sha));
		if (missing.length === 0) return present;
		if (this.#whole) throw new StartAnew("objects are missing", { whole: true });
		const answer = await this.#remote([["fetch.negotiationAlgorithm", "noop"]]).run([
			...FETCH,
			...this.#filter("tree:0"),
			"--stdin",
			REMOTE
		], { input: `${missing.join("\n")}\n` });
		if (!answer.ok) {
			if (kindOf(answer.said) === "no-objects") throw new StartAnew(answer.said, { whole: true });
			throw this.#failure(answer.said);
		}
		const complete = await this.#present(wanted);
		if (complete.length < wanted.length) throw this.#anew("objects are missing after they came");
		return complete;
	}
	/** The contents of objects that are here, each checked against its id, a few at a time. */
	async *contents(objects) {
		for (const portion of portions(objects, ({ size }) => size, READ_AT_ONCE_BYTES)) {
			const input = `${portion.map(({ sha }) => sha).join("\n")}\n`;
			const room = portion.reduce((sum, { size }) => sum + size + 200, 0);
			const output = await this.#must(["cat-file", "--batch"], input, room);
			let at = 0;
			for (const { sha, type, size } of portion) {
				const header = `${sha} ${type} ${size}\n`;
				const start = at + header.length;
				const bytes = output.subarray(start, start + size);
				if (!(output.toString("latin1", at, start) === header && bytes.length === size) || idOf(type, bytes, sha.length) !== sha) throw this.#anew(`${sha} is damaged`);
				yield {
					sha,
					type,
					bytes
				};
				at = start + size + 1;
			}
		}
	}
	/** An object that has to be of this type, fetched where it is not here. */
	async #read(sha, wanted) {
		for await (const { type, bytes } of this.contents(await this.ensure([sha]))) if (type === wanted) return bytes;
		throw this.#anew(`${sha} is no ${wanted}`);
	}
	/** The entries of a folder by its id. */
	async tree(sha) {
		return parseTree(await this.#read(sha, "tree"));
	}
	/** The entries of a commit's root folder. */
	async root(commit) {
		const sha = /^tree ([0-9a-f]{40,64})\n/.exec((await this.#read(commit, "commit")).toString("latin1"))?.[1];
		if (sha === void 0) throw this.#anew(`${commit} has no folder`);
		return await this.tree(sha);
	}
	/** Stores files; resolves with their ids, in the order of the texts. */
	async writeFiles(texts) {
		const parts = texts.flatMap((text, i) => {
			const bytes = Buffer.from(text);
			const mark = `:${i + 1}`;
			return [
				Buffer.from(`blob\nmark ${mark}\ndata ${bytes.length}\n`),
				bytes,
				Buffer.from(`\nget-mark ${mark}\n`)
			];
		});
		const said = await this.#must([
			"fast-import",
			"--quiet",
			"--done"
		], Buffer.concat([...parts, Buffer.from("done\n")]));
		return line(said).split("\n");
	}
	/** A folder of entries that need not be here. */
	async writeTree(entries) {
		return line(await this.#must([
			"mktree",
			"-z",
			"--missing"
		], treeLines(entries)));
	}
	async writeCommit(c) {
		const date = `@${Math.floor(c.at.getTime() / 1e3)} +0000`;
		const git = this.#local.in(this.#o.directory, {
			...IDENTITY,
			GIT_AUTHOR_DATE: date,
			GIT_COMMITTER_DATE: date
		});
		const args = [
			"commit-tree",
			c.root,
			...c.parent === null ? [] : ["-p", c.parent],
			"-F",
			"-"
		];
		return line(await this.#must(args, c.message, void 0, git));
	}
	/** Moves the branch to a commit, never by force. Throws Refused. */
	async push(commit) {
		const answer = await this.#remote().ask("push", "--no-progress", REMOTE, `${commit}:refs/heads/${this.#o.branch}`);
		if (!answer.ok) throw new Refused(answer.said);
	}
	/** A commit and its ancestors that are here, at most `limit`, in git's order, each checked by its id. */
	async commits(sha, limit) {
		const listed = (await this.#must([
			"rev-list",
			`--max-count=${limit}`,
			sha
		])).toString().trim().split("\n");
		for await (const _ of this.contents(await this.#present(listed)));
		return listed;
	}
	/** Commits whose parents were left out. */
	async boundaries() {
		const text = await readFile(join(this.#o.directory, "shallow"), "latin1").catch(() => "");
		return new Set(text.split("\n"));
	}
	/** What each commit of a list changes, as `git diff-tree --stdin --raw -z` puts it. */
	async changes(commits) {
		return await this.#must([
			"diff-tree",
			"--stdin",
			"-r",
			"-m",
			"--root",
			"--no-renames",
			"--raw",
			"-z",
			"--abbrev=40",
			"--always"
		], `${commits.join("\n")}\n`);
	}
	/** Output of a command that works on what is here. */
	async #must(args, input, outputLimitBytes, git = this.#local) {
		const answer = await git.run(args, {
			input,
			outputLimitBytes
		});
		if (answer.ok) return answer.stdout;
		if (kindOf(answer.said) !== "disk" && this.#reused) throw this.#anew(answer.said);
		throw kindOf(answer.said) === "disk" ? new Refused(answer.said) : git.failure(args[0], answer);
	}
};
/** The id by which git knows an object; `digits` is the length of ids in that repository. */
function idOf(type, bytes, digits) {
	return createHash(digits === 64 ? "sha256" : "sha1").update(`${type} ${bytes.length}\0`).update(bytes).digest("hex");
}
const line = (output) => output.toString().trim();

// src/model/stored-run.ts
const RUN_SCHEMA = 1;
/** Processes a side of one run: 32 pairs, three blocks of confirming, and some to spare. */
const MAX_VALUES = 256;
/**
* The most that one run can hold: benchmarks, metrics of one benchmark, characters of names and of units, and
* tools of an imported run.
*/
const RUN_LIMITS = {
	benchmarks: 2e4,
	metrics: 64,
	name: 1e4,
	metricName: 100,
	unit: 40,
	sources: 100
};
/** Written for a processor that is not known. */
const UNKNOWN = "unknown";
const sha = string().regex(/^[0-9a-f]{40,64}$/);
const finite = number();
const change = object({
	effect: finite.describe("commit / parent - 1"),
	log: finite.describe("The same as a natural logarithm, ln(commit / parent)"),
	low: finite.describe("95 % interval of log"),
	high: finite,
	pairs: int().positive()
}).describe("Measured interleaved with the parent, in the same job");
/** Whether a value cannot be stored, because no time and no rate is negative. */
const isBelowZero = (unit, value) => value < 0 && (unitKind(unit) === "time" || unitKind(unit) === "rate");
const storedMetric = object({
	metric: string().max(RUN_LIMITS.metricName),
	unit: string().max(RUN_LIMITS.unit),
	better: _enum(["lower", "higher"]),
	values: array(finite).max(MAX_VALUES).describe("One a process, in the unit; whole numbers in full, others with 5 significant digits"),
	change: change.nullable(),
	verdict: _enum(VERDICTS).nullable().catch(null).describe("Against the parent; null where it was not measured")
}).refine(({ unit, values }) => !values.some((value) => isBelowZero(unit, value)), {
	path: ["values"],
	message: "a time or a rate is below zero"
});
const storedBenchmark = object({
	id: string().max(RUN_LIMITS.name),
	suite: string().max(RUN_LIMITS.name),
	metrics: array(storedMetric).max(RUN_LIMITS.metrics)
});
const unknown = "null: not known, of an imported run";
const runSchema = object({
	schema: literal$1(1),
	commit: object({
		sha,
		parent: sha.nullable(),
		time: datetime().describe("Of the commit, UTC; of an imported run the time of recording where nobody says"),
		subject: string().max(200)
	}),
	ref: string().max(300).describe("The full ref that was pushed, such as refs/heads/main"),
	run: object({
		id: string().regex(/^[0-9A-Za-z]{1,32}$/).describe("The workflow run's id"),
		attempt: int().positive(),
		recordedAt: datetime(),
		key: string().regex(/^[A-Za-z0-9._-]{1,50}$/).default("default").describe("Of several gates of one repository; their runs are not compared")
	}),
	imported: object({
		from: string().max(RUN_LIMITS.name).describe("Whose history it was part of"),
		by: array(string().max(RUN_LIMITS.name)).max(RUN_LIMITS.sources).describe("What measured, as that history says: tools such as cargo, or the name of a testbed")
	}).optional().describe("Present in a run that another tool recorded: one number a metric, measured nobody knows how"),
	environment: environmentSchema.omit({ loadAverage: true }).extend({
		cpu: string().describe(`${UNKNOWN} of an imported run`),
		cores: int().nullable().describe(unknown),
		os: string().nullable().describe(unknown),
		node: string().nullable().describe(unknown),
		mitata: string().nullable().describe(unknown),
		ci: boolean().nullable().describe(unknown)
	}).strip(),
	config: string().regex(/^[0-9a-f]{16}$/).describe("Digest of how it was measured; runs of two digests are not compared"),
	seed: string().max(200),
	benchmarks: array(storedBenchmark).max(RUN_LIMITS.benchmarks)
});
/** The environment of a run that another tool recorded, of which nothing is known. */
const UNKNOWN_ENVIRONMENT = {
	cpu: UNKNOWN,
	cores: null,
	os: null,
	image: null,
	node: null,
	nodeFlags: [],
	mitata: null,
	ci: null
};

// src/store/run-file.ts
/** Bytes of one file that are read. */
const MAX_RUN_BYTES = 33554432;
/** The format itself nests seven deep. */
const MAX_DEPTH = 32;
/**
* A run as the text of its file: one line a metric, so that a person can compare two of them, whole numbers
* in full, others with five significant digits, which is more than any noise leaves. At most 1.5 kB a
* benchmark of three metrics and 32 processes.
*/
function renderRun(run) {
	const { benchmarks, ...about } = run;
	const head = Object.entries(about).map(([key, value]) => `  ${quoted(key)}: ${inOneLine(value, quoted)},`);
	const listed = benchmarks.map(({ id, suite, metrics }) => {
		const lines = metrics.map((metric) => `      ${metricLine(metric)}`);
		const opening = `    {"id": ${quoted(id)}, "suite": ${quoted(suite)}, "metrics": [`;
		return lines.length === 0 ? `${opening}]}` : `${opening}\n${lines.join(",\n")}\n    ]}`;
	});
	return `{\n${head.join("\n")}\n  "benchmarks": [${listed.length === 0 ? "" : `\n${listed.join(",\n")}\n  `}]\n}\n`;
}
function metricLine({ values, ...rest }) {
	return `${inOneLine(rest, shortest).slice(0, -1)}, "values": [${values.map(shortest).join(",")}]}`;
}
function inOneLine(value, number) {
	if (typeof value === "number") return number(value);
	if (typeof value !== "object" || value === null) return quoted(value);
	if (Array.isArray(value)) return `[${value.map((member) => inOneLine(member, number)).join(", ")}]`;
	return `{${Object.entries(value).map(([key, member]) => `${quoted(key)}: ${inOneLine(member, number)}`).join(", ")}}`;
}
/** JSON in which nothing hides: a name may hold what turns the direction of a line, or is invisible. */
const quoted = (value) => JSON.stringify(value).replace(/[\p{Cf}\p{Zl}\p{Zp}\p{Cc}]/gu, (sign) => Array.from({ length: sign.length }, (_, i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""));
function shortest(value) {
	if (!Number.isFinite(value)) return "null";
	const rounded = Number.isSafeInteger(value) ? value : Number(value.toPrecision(5));
	const plain = JSON.stringify(rounded);
	const exponential = rounded.toExponential().replace("+", "");
	return exponential.length + 2 < plain.length ? exponential : plain;
}
/** The run in a file's bytes, or a sentence that names the file and says why there is none. Never throws. */
function parseRun(bytes, path) {
	const problem = (why) => ({ problem: `${path} was left out: ${why}` });
	if (bytes.length > 33554432) return problem(`it has ${bytes.length} bytes, more than ${MAX_RUN_BYTES}`);
	if (nestsDeeper(bytes, MAX_DEPTH)) return problem(`it nests deeper than ${MAX_DEPTH} levels`);
	let content;
	try {
		content = JSON.parse(new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes));
	} catch {
		return problem("it is not JSON");
	}
	const schema = schemaIn(content);
	if (schema !== null && schema > 1) return problem(`it was written by a newer Benchgate (schema ${schema}; this one reads ${1})`);
	const parsed = runSchema.safeParse(content);
	if (!parsed.success) {
		const { path: place, message } = parsed.error.issues[0];
		return problem(`it is no run (${place.length === 0 ? "at its top" : place.join(".")}: ${message})`);
	}
	const run = parsed.data;
	if (runPath(run) !== path) return problem("what is in it belongs to another path");
	return { run };
}
const versioned = object({ schema: number() });
/** The version of its format that a JSON value names; null where it names none. */
const schemaIn = (content) => versioned.safeParse(content).data?.schema ?? null;
/** Counts brackets outside of strings: cheaper than parsing, and it cannot run out of stack. */
function nestsDeeper(bytes, limit) {
	let depth = 0;
	let inString = false;
	for (let i = 0; i < bytes.length; i++) {
		const byte = bytes[i];
		if (inString) {
			if (byte === 92) i++;
			else if (byte === 34) inString = false;
		} else if (byte === 34) inString = true;
		else if (byte === 123 || byte === 91) {
			if (++depth > limit) return true;
		} else if (byte === 125 || byte === 93) depth--;
	}
	return false;
}

// src/store/format.ts
/** Why a branch with this root is not one that this version may read or write; null when it is. */
async function foreignFormat(mirror, root) {
	const file = root.find(({ name }) => name === FORMAT_FILE.name);
	if (file === void 0) return null;
	const problem = `its ${FORMAT_FILE.name} is not one of Benchgate's`;
	if (file.mode !== "100644") return problem;
	if (file.sha === idOf("blob", Buffer.from(FORMAT_FILE.text), file.sha.length)) return null;
	const [info] = await mirror.ensure([file.sha]);
	if (info?.type !== "blob" || info.size > 1e5) return problem;
	for await (const { bytes } of mirror.contents([info])) {
		const schema = schemaOf(bytes.toString());
		if (schema === null) return problem;
		if (schema > FORMAT_FILE.schema) return `it was written by a newer Benchgate (format ${schema}; this one knows ${FORMAT_FILE.schema})`;
	}
	return null;
}
function schemaOf(text) {
	try {
		return schemaIn(JSON.parse(text));
	} catch {
		return null;
	}
}

// src/store/append-run.ts
/** It goes on until both are reached: twenty writers need a dozen attempts, a slow remote needs time. */
const MIN_ATTEMPTS = 20;
const MIN_MS = 12e4;
/** Attempts in a row that may fail for reasons that are not other writers. */
const MAX_FAILURES = 5;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 4e3;
/**
* Adds the files as one commit on top of the branch, again and again as long as others are faster. Throws
* Refused, a UserError, or the signal's reason.
*/
async function appendRuns(mirror, seenTips, files, o) {
	const startedAt = o.clock().getTime();
	const elapsedMs = () => o.clock().getTime() - startedAt;
	const ids = await mirror.writeFiles(files.map(({ text }) => text));
	const entries = files.map((file, i) => ({
		file,
		entry: {
			mode: FILE,
			name: placeOf(file).name,
			sha: ids[i]
		}
	}));
	let via = "push";
	let failures = 0;
	let failedAt;
	for (let attempt = 1;; attempt++) {
		let draft = null;
		try {
			draft = await drafted(mirror, seenTips, {
				entries,
				at: o.clock(),
				branch: o.branch
			});
			const commit = await publish(mirror, draft, via, o);
			const warnings = await seenTips.afterAppend(mirror, commit, draft.tip, via);
			const { length: added } = draft.added;
			return {
				added,
				commit,
				attempts: attempt,
				seconds: elapsedMs() / 1e3,
				via,
				warnings
			};
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			switch (error.kind) {
				case "moved":
					failures = 0;
					break;
				case "signature":
					if (o.commitByApi === null || files.length !== 1 || !draft?.tip || via === "api") throw error;
					via = "api";
					continue;
				case "unreachable":
				case "unknown":
					failures = draft !== null && draft.tip !== failedAt ? 1 : failures + 1;
					failedAt = draft?.tip;
					if (failures >= MAX_FAILURES) throw error;
					break;
				default: throw error;
			}
			if (attempt >= MIN_ATTEMPTS && elapsedMs() >= MIN_MS) throw refusalError(error, {
				branch: o.branch,
				doing: "written",
				attempts: attempt
			});
			if (attempt % 5 === 0) o.onProgress(`the baseline branch: attempt ${attempt + 1}`);
			await wait(o.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt), o.signal);
		}
	}
}
/** The run's file, once it is certain that it can be read back. Throws a UserError. */
function runFile(run) {
	const path = runPath(run);
	const text = renderRun(run);
	const parsed = parseRun(Buffer.from(text), path);
	if ("run" in parsed) return {
		path,
		text,
		run
	};
	throw new UserError("store", `This run cannot be stored: ${parsed.problem}`, "Shorten what is too long; if nothing is, please report this with the file of the run.");
}
async function drafted(mirror, seenTips, o) {
	const tip = await mirror.fetchTip(await mirror.ref("tip") === null ? "tree:0" : "blob:none");
	await seenTips.see(mirror, tip);
	const root = tip === null ? [] : await mirror.root(tip);
	if (tip !== null) {
		const foreign = await foreignFormat(mirror, root);
		if (foreign !== null) throw new UserError("store", `Nothing can be added to the branch ${o.branch}: ${foreign}`, "Use that version of Benchgate, or another branch (input baseline-branch).");
	}
	const runs = await folder(mirror, root, RUNS_FOLDER, o.branch);
	const byMonth = Map.groupBy(o.entries, ({ file }) => placeOf(file).month);
	if (byMonth.size > 1) await mirror.ensure(runs.filter(({ name, mode }) => byMonth.has(name) && mode === "40000").map(({ sha }) => sha));
	const added = [];
	const months = [];
	for (const [month, wanted] of byMonth) {
		const present = await folder(mirror, runs, month, o.branch);
		const missing = missingIn(present, wanted, o.branch);
		if (missing.length === 0) continue;
		const sha = await mirror.writeTree(withEntries(present, missing.map(({ entry }) => entry)));
		months.push({
			mode: FOLDER,
			name: month,
			sha
		});
		added.push(...missing.map(({ file }) => file));
	}
	if (added.length === 0) return {
		tip,
		commit: null,
		added
	};
	const runsSha = await mirror.writeTree(withEntries(runs, months));
	const changed = [{
		mode: FOLDER,
		name: RUNS_FOLDER,
		sha: runsSha
	}];
	if (tip === null) {
		const [sha] = await mirror.writeFiles([FORMAT_FILE.text]);
		changed.push({
			mode: FILE,
			name: FORMAT_FILE.name,
			sha
		});
	}
	const message = messageOf(added.map(({ run }) => run));
	return {
		tip,
		commit: {
			sha: await mirror.writeCommit({
				root: await mirror.writeTree(withEntries(root, changed)),
				parent: tip,
				message,
				at: o.at
			}),
			message
		},
		added
	};
}
/** Those that a folder does not hold yet. Throws a UserError where it holds other content of that name. */
function missingIn(present, wanted, branch) {
	const known = new Map(present.map((entry) => [entry.name, entry]));
	return wanted.filter(({ file, entry }) => {
		const there = known.get(entry.name);
		known.set(entry.name, entry);
		if (there === void 0) return true;
		if (there.sha === entry.sha && there.mode === "100644") return false;
		throw new UserError("store", `${file.path} is on the branch ${branch} already, with another content`, "Nothing was overwritten. Two jobs of one workflow run recorded the same commit in the same second: give each its own key (input key).");
	});
}
function placeOf({ path }) {
	const [, month = "", name = ""] = path.split("/");
	return {
		month,
		name
	};
}
function messageOf(runs) {
	const { commit, run, imported } = runs[0];
	const count = runs.length === 1 ? "1 run" : `${runs.length} runs`;
	if (imported !== void 0) return `Import ${count} from ${imported.from}\n`;
	if (runs.length > 1) return `Record ${count}\n`;
	return `Record ${commit.sha.slice(0, 12)} (run ${run.id}, attempt ${run.attempt})\n`;
}
/** The entries of a folder in a folder; none when it is not there yet. */
async function folder(mirror, entries, name, branch) {
	const found = entries.find((entry) => entry.name === name);
	if (found === void 0) return [];
	if (found.mode === "40000") return await mirror.tree(found.sha);
	throw new UserError("store", `On the branch ${branch}, ${name} is not a folder`, "That branch is not one of Benchgate: name another one (input baseline-branch), or move what is there.");
}
/** Makes the draft the newest commit of the branch; returns that commit. Throws Refused. */
async function publish(mirror, { tip, commit, added }, via, o) {
	if (commit === null) return tip;
	if (via === "push") {
		await mirror.push(commit.sha);
		return commit.sha;
	}
	const { path, text } = added[0];
	const made = await o.commitByApi({
		branch: o.branch,
		expectedHeadSha: tip,
		message: commit.message.trimEnd(),
		path,
		content: text
	});
	if (made === null) throw new Refused("stale info");
	return made;
}
async function wait(ms, signal) {
	await setTimeout$1(ms, void 0, { signal }).catch(() => {});
	signal.throwIfAborted();
}

// src/store/read-runs.ts
/** Bytes of all files of one reading. */
const MAX_ALL_BYTES = 268435456;
/** A branch of ten years has 120. */
const MONTHS_AT_ONCE = 24;
/** Beyond this, warnings only say how many there are. */
const MAX_WARNINGS$1 = 20;
/** The newest `limit` runs below a commit, newest first, with a sentence for each that could not be read. */
async function readRuns(mirror, tip, selection) {
	const root = await mirror.root(tip);
	const foreign = await foreignFormat(mirror, root);
	if (foreign !== null) return {
		runs: [],
		warnings: [`The stored runs were left out: ${foreign}`]
	};
	const warnings = [];
	return {
		runs: await parseFiles(mirror, await newestFiles(mirror, root, selection, warnings), warnings),
		warnings: atMost(warnings)
	};
}
async function newestFiles(mirror, root, { limit, key }, warnings) {
	const folder = root.find(({ name }) => name === RUNS_FOLDER);
	if (folder === void 0 || limit === 0) return [];
	const newestFirst = (await folderAt(mirror, folder, RUNS_FOLDER, warnings)).filter(({ name }) => isMonth(name)).sort(byNameDescending);
	const files = [];
	for (let i = 0; i < newestFirst.length && files.length < limit; i += MONTHS_AT_ONCE) {
		const some = newestFirst.slice(i, i + MONTHS_AT_ONCE);
		await mirror.ensure(some.filter(({ mode }) => mode === FOLDER).map(({ sha }) => sha));
		for (const month of some) {
			if (files.length >= limit) break;
			const path = `${RUNS_FOLDER}/${month.name}`;
			const entries = await folderAt(mirror, month, path, warnings);
			files.push(...runFiles(path, entries, {
				limit: limit - files.length,
				key
			}, warnings));
		}
	}
	return files;
}
function runFiles(folder, entries, { limit, key }, warnings) {
	const runs = entries.filter(({ name, mode }) => isRunName(name) && mode === "100644");
	const odd = entries.length - runs.length;
	if (odd > 0) {
		const { name } = entries.find(({ name, mode }) => !isRunName(name) || mode !== "100644");
		const others = odd === 1 ? "" : ` and ${odd - 1} more there`;
		warnings.push(`${JSON.stringify(`${folder}/${name}`)}${others} left out: not a run's file`);
	}
	return runs.filter(({ name }) => key === void 0 || keyOfName(name) === key).sort(byNameDescending).slice(0, limit).map(({ name, sha }) => ({
		path: `${folder}/${name}`,
		sha
	}));
}
async function folderAt(mirror, { mode, sha }, path, warnings) {
	if (mode === "40000") return await mirror.tree(sha);
	warnings.push(`${path} was left out: it is not a folder`);
	return [];
}
async function parseFiles(mirror, files, warnings) {
	const infos = new Map((await mirror.ensure(files.map(({ sha }) => sha))).map((info) => [info.sha, info]));
	const pathsOf = Map.groupBy(files, ({ sha }) => sha);
	const wanted = [];
	let bytes = 0;
	for (const [sha, [file]] of pathsOf) {
		const info = infos.get(sha);
		if (info.size > 33554432) warnings.push(`${file.path} was left out: it has ${info.size} bytes, more than ${MAX_RUN_BYTES}`);
		else if (bytes + info.size > MAX_ALL_BYTES) warnings.push(`${file.path} was left out: it and the newer ones together exceed ${MAX_ALL_BYTES} bytes`);
		else {
			bytes += info.size;
			wanted.push(info);
		}
	}
	const runs = [];
	for await (const { sha, bytes } of mirror.contents(wanted)) for (const { path } of pathsOf.get(sha)) {
		const parsed = parseRun(bytes, path);
		if ("run" in parsed) runs.push({
			path,
			run: parsed.run
		});
		else warnings.push(parsed.problem);
	}
	return runs.sort((a, b) => a.path < b.path ? 1 : -1);
}
const byNameDescending = (a, b) => a.name < b.name ? 1 : -1;
function atMost(warnings) {
	if (warnings.length <= MAX_WARNINGS$1) return [...warnings];
	return [...warnings.slice(0, MAX_WARNINGS$1), `${warnings.length - MAX_WARNINGS$1} more like these`];
}

// src/store/seen-tips.ts
/** Generations of the branch in which a tip is looked for: first few, then all that one may ask for. */
const DEPTHS = [64, 1024];
/** Ids that a warning names. */
const MAX_NAMED = 10;
/**
* Remembers which commits the branch has been seen at, in this job and (through the mirror) in earlier ones,
* in order to say so when a commit is no longer part of the branch: somebody deleted or rewrote it, and
* earlier runs went with it.
*/
var SeenTips = class {
	/** Oldest first; those of which is not known yet whether the branch still holds them. */
	#tips = [];
	#deletedAt = [];
	#branch;
	constructor(branch) {
		this.#branch = branch;
	}
	/** Takes over what the mirror knows. */
	async recall(mirror) {
		for (const name of ["known", "tip"]) this.#add(await mirror.ref(name));
	}
	#add(tip) {
		if (tip !== null && !this.#tips.includes(tip)) this.#tips.push(tip);
	}
	/** The branch is at this commit now; null: it does not exist. */
	async see(mirror, tip) {
		if (tip === null) {
			this.#deletedAt.push(...this.#tips);
			this.#tips = [];
			return;
		}
		this.#add(tip);
		if (await mirror.ref("known") === null) await mirror.setRef("known", tip);
	}
	/** What to say of a branch that is not there and once was; null when it was never seen. */
	deletion() {
		const lost = this.#deletedAt.toReversed();
		if (lost.length === 0) return null;
		return `The baseline branch ${this.#branch} was deleted: the runs that it held are gone unless it is restored. It was last seen at ${named$1(lost)}.`;
	}
	/**
	* After runs were added on top of `parent`: warnings about tips that the branch no longer holds. Later ones
	* are compared with this state. What cannot be found out is not a warning.
	*/
	async afterAppend(mirror, commit, parent, via) {
		const warnings = [];
		const deletion = this.deletion();
		if (deletion !== null) warnings.push(parent === null ? `${deletion} It was created again with what was added now and nothing else.` : deletion);
		const others = this.#tips.filter((tip) => tip !== parent && tip !== commit);
		const lost = parent === null ? others : await this.#notBelow(mirror, parent, others);
		if (lost.length > 0) warnings.push(`The baseline branch ${this.#branch} was rewritten: it no longer holds ${named$1(lost.toReversed())}, where it was before. What was added now stands on what it holds now; runs that only the old commits hold are gone unless they are restored.`);
		this.#deletedAt = [];
		this.#tips = [commit];
		const newest = via === "push" ? commit : parent;
		if (newest !== null) {
			await mirror.setRef("tip", newest);
			await mirror.setRef("known", newest);
		}
		return warnings;
	}
	/** Those of the commits that are certainly no ancestors of another. */
	async #notBelow(mirror, commit, candidates) {
		let open = [...candidates];
		for (const depth of DEPTHS) {
			if (open.length === 0) return [];
			try {
				if (!await mirror.fetchCommits(commit, depth)) return [];
			} catch (error) {
				if (error instanceof Refused) return [];
				throw error;
			}
			const below = await mirror.commits(commit, depth);
			const known = new Set(below);
			open = open.filter((tip) => !known.has(tip));
			const boundaries = await mirror.boundaries();
			if (below.length < depth && !below.some((sha) => boundaries.has(sha))) return open;
		}
		return [];
	}
};
const named$1 = (commits) => {
	const rest = commits.length - MAX_NAMED;
	return `${commits.slice(0, MAX_NAMED).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
};

// src/store/verify.ts
const MAX_COMMITS = 1e5;
/** Commits that git is asked about in one go. */
const AT_ONCE = 1e3;
const MAX_PROBLEMS = 100;
/** What the history up to `tip` does beside adding runs, a sentence each, newest first. */
async function verifyHistory(mirror, tip) {
	const commits = await mirror.commits(tip, MAX_COMMITS);
	const problems = [];
	if (commits.length === MAX_COMMITS) problems.push(`Only the newest ${MAX_COMMITS} commits were looked at`);
	const root = commits.at(-1);
	for (let i = 0; i < commits.length && problems.length <= MAX_PROBLEMS; i += AT_ONCE) for (const change of parseChanges(await mirror.changes(commits.slice(i, i + AT_ONCE)))) {
		const problem = problemOf(change, change.commit === root);
		if (problem !== null) problems.push(`${change.commit.slice(0, 12)} ${problem}`);
	}
	if (problems.length <= MAX_PROBLEMS) return problems;
	return [...problems.slice(0, MAX_PROBLEMS), `${problems.length - MAX_PROBLEMS} or more like these`];
}
function problemOf({ status, mode, path }, isRoot) {
	const name = JSON.stringify(path);
	if (status === "D") return `deletes ${name}`;
	if (status !== "A") return `changes ${name}`;
	if (path === FORMAT_FILE.name && isRoot && mode === "100644") return null;
	if (!isRunPath(path)) return `adds ${name}, which is no run`;
	return mode === "100644" ? null : `adds ${name}, which is not a plain file`;
}
/**
* `<commit>\0` and then for each of its changes `:<mode> <mode> <id> <id> <status>\0<path>\0` (git-diff-tree,
* raw format, -z).
*/
function* parseChanges(output) {
	const parts = output.toString("latin1").split("\0");
	let commit = "";
	for (let i = 0; i < parts.length; i++) {
		const part = parts[i].trimStart();
		if (!part.startsWith(":")) {
			if (part !== "") commit = part.slice(0, 64).split(/\s/)[0];
			continue;
		}
		const [, mode = "", , , status = ""] = part.split(" ");
		yield {
			commit,
			status: status[0] ?? "",
			mode,
			path: Buffer.from(parts[++i] ?? "", "latin1").toString()
		};
	}
}

// src/store/store.ts
/** Characters of the files of one commit. */
const MAX_AT_ONCE = 33554432;
/** A damaged mirror, then a remote that hands out no parts. */
const MAX_MIRRORS = 3;
/** Opens the branch and asks nothing of the remote. Throws a UserError for a name that is unsafe. */
async function openStore(given) {
	checkBranch(given.branch);
	checkRemote(given.remote);
	const { remote, settings } = credentialsApart(given.remote);
	const options = {
		...given,
		remote,
		settings: [...given.settings, ...settings]
	};
	const mirror = await Mirror.open(options);
	const seenTips = new SeenTips(given.branch);
	await seenTips.recall(mirror).catch(() => {});
	return new Store(options, mirror, seenTips);
}
/**
* The baseline branch of one remote. Each method throws a UserError ('store', 'git') or the signal's reason;
* calls wait for each other.
*/
var Store = class Store {
	#o;
	#mirror;
	#seenTips;
	#last = Promise.resolve();
	constructor(o, mirror, seenTips) {
		this.#o = o;
		this.#mirror = mirror;
		this.#seenTips = seenTips;
	}
	/**
	* The newest `limit` runs of one key, or of all, newest first. `tip` is null when the branch does not
	* exist; what cannot be used is a warning.
	*/
	read(limit, key) {
		return this.#onMirror("read", async (mirror) => {
			this.#o.onProgress("reading the baseline branch");
			const tip = await mirror.fetchTip("blob:none");
			await this.#seenTips.see(mirror, tip);
			const deletion = this.#seenTips.deletion();
			if (tip === null) return {
				tip,
				runs: [],
				warnings: deletion === null ? [] : [deletion]
			};
			return {
				tip,
				...await readRuns(mirror, tip, {
					limit,
					key
				})
			};
		});
	}
	/** Adds one run. Nothing that is on the branch is ever replaced; the same run twice is there once. */
	append(run) {
		return this.#inTurn(async () => {
			const file = runFile(run);
			return {
				path: file.path,
				...await this.#add([file])
			};
		});
	}
	/**
	* Adds many, oldest first, in as few commits as bounded ones can be; those that are there stay as they are.
	* What fails later leaves the earlier ones.
	*/
	appendAll(runs) {
		return this.#inTurn(async () => {
			const all = {
				added: 0,
				commit: null,
				warnings: []
			};
			for (const files of portions(runs.values().map(runFile), ({ text }) => text.length, MAX_AT_ONCE)) {
				const { added, commit, warnings } = await this.#add(files);
				all.added += added;
				all.commit = commit;
				all.warnings.push(...warnings);
			}
			return all;
		});
	}
	/** The commit and its ancestors in git's order, at most `limit`; empty when the remote does not tell. */
	ancestors(sha, limit) {
		return this.#onMirror("read", async (mirror) => {
			invariant(/^[0-9a-f]{40,64}$/.test(sha), "a commit is asked for by its full id");
			try {
				return await mirror.fetchCommits(sha, limit) ? await mirror.commits(sha, limit) : [];
			} catch (error) {
				if (error instanceof Refused && /^(?:no-objects|unknown)$/.test(error.kind)) return [];
				throw error;
			}
		});
	}
	/** The branch that the remote's HEAD names; null where it names none, or one without commits. */
	defaultBranch() {
		return this.#onMirror("read", (mirror) => mirror.defaultBranch());
	}
	/** What commits of the branch do beside adding runs, a sentence each; empty when nothing. */
	verify() {
		return this.#inTurn(async () => {
			const o = {
				...this.#o,
				directory: `${this.#o.directory}-verify`
			};
			try {
				return await new Store(o, await Mirror.open(o, { anew: true }), this.#seenTips).#tryMirrors("read", async (mirror) => {
					o.onProgress("reading the history of the baseline branch");
					const tip = await mirror.fetchHistory();
					return tip === null ? [] : await verifyHistory(mirror, tip);
				});
			} finally {
				await rm(o.directory, {
					recursive: true,
					force: true
				});
			}
		});
	}
	/** One at a time: git's files of one repository take no two writers. */
	#inTurn(work) {
		const result = this.#last.then(work);
		this.#last = result.catch(() => {});
		return result;
	}
	#onMirror(doing, work) {
		return this.#inTurn(() => this.#tryMirrors(doing, work));
	}
	/** Works on the mirror, and again on a new one when that is what is wrong. */
	async #tryMirrors(doing, work) {
		const { branch, signal, onProgress } = this.#o;
		for (let i = 1;; i++) try {
			return await work(this.#mirror);
		} catch (error) {
			signal.throwIfAborted();
			if (error instanceof Refused) throw refusalError(error, {
				branch,
				doing
			});
			if (!(error instanceof StartAnew)) throw error;
			if (i === MAX_MIRRORS) throw new UserError("store", `The baseline branch ${branch} could not be read: ${error.message.slice(0, 500)}`, "Look at the remote with `git fsck`; if it is sound, please report this.", { cause: error });
			onProgress(`the baseline branch is mirrored anew: ${error.message}`);
			this.#mirror = await Mirror.open(this.#o, {
				anew: true,
				whole: error.whole
			});
		}
	}
	#add(files) {
		return this.#tryMirrors("written", (mirror) => {
			const what = files.length === 1 ? "the run" : `${files.length} runs`;
			this.#o.onProgress(`adding ${what} to the baseline branch`);
			return appendRuns(mirror, this.#seenTips, files, this.#o);
		});
	}
};

// src/cli/branch.ts
/**
* Opens the branch for as long as the work takes, with a mirror of its own that is gone afterwards. Throws a
* UserError.
*/
async function onBranch({ remote, branch }, runtime, work) {
	const { env, host, signal, clock } = runtime;
	const { url, settings } = await findRemote({
		project: process.cwd(),
		remote,
		env,
		signal
	});
	const directory = await mkdtemp(join(tmpdir(), "benchgate-branch-"));
	try {
		return await work(await openStore({
			remote: url,
			branch,
			directory,
			settings,
			env,
			host,
			signal,
			clock,
			random: Math.random,
			commitByApi: null,
			onProgress: (text) => runtime.onProgress({
				kind: "preparing",
				text
			})
		}));
	} finally {
		await rm(directory, {
			recursive: true,
			force: true,
			maxRetries: 3
		});
	}
}

// src/cli/compare-results.ts
/**
* Compares result files that somebody else measured: those of two versions, or those of head with the stored
* run nearest to the commit that is checked out. Throws a UserError.
*/
async function compareResultFiles(flags, o, runtime) {
	const { baseResults = [], headResults = [], format = null } = flags;
	if (headResults.length === 0) throw new UserError("usage", "--base-results alone has nothing to be compared with", "Add --head-results with the files of the other version.");
	const environment = readEnvironment(runtime.env, runtime.host);
	const base = await readResultFiles(baseResults, format);
	const head = await readResultFiles(headResults, format);
	if (base.length > 0) return judgeFiles({
		base,
		head
	}, {
		...o,
		environment,
		base: named(base),
		head: named(head)
	});
	const commit = await commitInfo({
		project: process.cwd(),
		env: runtime.env,
		signal: runtime.signal
	}).catch((cause) => {
		if (!(cause instanceof UserError)) throw cause;
		throw new UserError("usage", "Results of head alone are compared with the stored run nearest to the commit that is checked out, and here is no commit", "Run this in a checkout of the project, or name the files of the other version with --base-results.", { cause });
	});
	const evidence = resultsEvidence(head, {
		command: "check",
		seed: "",
		base: {
			label: "stored runs",
			sha: null,
			dirty: false
		},
		head: {
			...named(head),
			sha: commit.sha
		},
		environment,
		config: o.config
	});
	const { stored, warnings } = await storedRuns(flags, commit.sha, o.config, runtime);
	if (stored === null) throw new UserError("store", `There is no branch ${flags.branch} on ${flags.remote}: nothing is recorded yet`, "Name the files of the other version with --base-results, or record with the action and its input results.");
	const assessment = judgeEvidence({
		...evidence,
		filter: o.filter
	}, o, {
		clock: runtime.clock,
		stored
	});
	return {
		...assessment,
		warnings: [...assessment.warnings, ...warnings.map(worded)]
	};
}
function named(files) {
	return {
		label: files.length === 1 ? basename(files[0].name) : `${files.length} files`,
		sha: null,
		dirty: false
	};
}
/** What the branch holds of runs that were handed over as results, by the rules of the action. */
async function storedRuns({ remote, branch, key }, sha, config, runtime) {
	return await onBranch({
		remote,
		branch
	}, runtime, async (store) => {
		const defaultBranch = await store.defaultBranch();
		return await lookUpStored(store, {
			branch,
			sha,
			key,
			configDigest: resultsDigest(),
			refs: defaultBranch === null ? () => true : baselineRefs(config, defaultBranch),
			series: defaultBranch === null ? [] : [`refs/heads/${defaultBranch}`],
			now: runtime.clock()
		});
	});
}

// src/cli/compare.ts
/** Adds `compare`: any two versions, measured here or read from result files. */
const compare = (program, { installation, finish }) => {
	withGateFlags(program.command("compare")).description("measure any two refs against each other, or compare result files; no budgets are needed").argument("[base]").argument("[head]").option("--base-results <file...>", "result files of base that some tool wrote, in place of measuring").option("--head-results <file...>", "result files of head; without --base-results they are held against the stored runs").option("--format <name>", "what wrote them; without it the content decides").option("--remote <name>", "of the stored runs: a remote of this checkout, a URL or a path", "origin").option("--branch <name>", "the branch that keeps them", "benchgate").option("--key <key>", "of several gates of one repository, the one with this key", "default").action(async (base, head, flags) => {
		const config = await readConfig(flags);
		if (flags.baseResults !== void 0 || flags.headResults !== void 0) {
			if (base !== void 0) throw new UserError("usage", "Both refs and result files are given", "Leave one of them out.");
			await prepareOutputs(flags);
			const o = {
				config,
				filter: flags.filter ?? null
			};
			const assessment = await withRuntime(flags, installation, (world) => compareResultFiles(flags, o, world));
			await writeReport(assessment, flags, config.file);
			finish(exitCodeOf(assessment));
			return;
		}
		if (flags.format !== void 0) throw new UserError("usage", "--format is for result files, and none are given", "Name them with --base-results and --head-results, or leave --format out.");
		if (base === void 0 || head === void 0) throw new UserError("usage", "compare needs two refs, or result files", "Write `benchgate compare main HEAD`, or --base-results a.json --head-results b.json.");
		const refs = {
			base: parseBaseFlag(base),
			head: {
				kind: "ref",
				ref: head
			}
		};
		finish(exitCodeOf(await runGate(flags, installation, config, {
			command: "compare",
			...refs
		})));
	});
};

// src/cli/demo.ts
/** For one command on a few files. */
const GIT_LIMIT_MS = 6e4;
const INTRODUCTION = `A small shop in a scratch repository: 3 suites, 13 benchmarks. Its main branch is the base; the head commit lists 15 %
more articles, which makes search/nearest slower, and lets the checksum cover 20 % fewer rows, which makes
receipt/checksum faster. The rest is the same. The gate is told none of this.

`;
/** Adds `demo`: builds a repository, runs the gate in it as a user would, and says where everything lies. */
const demo = (program, { installation }) => {
	withGateFlags(program.command("demo")).description("measure a small project with one planted slowdown and one planted gain").action(async (flags) => {
		const directory = await mkdtemp(join(tmpdir(), "benchgate-demo-"));
		const isSilent = flags.json === "-" || flags.markdown === "-" || flags.quiet === true;
		const say = (text) => {
			if (!isSilent) process.stdout.write(text);
		};
		try {
			const project = join(directory, "corner-shop");
			await buildRepository(installation.demoFiles, project);
			say(INTRODUCTION);
			const { markdown = join(directory, "report.md"), json = join(directory, "report.json") } = flags;
			const config = withTimeLimit(await loadConfig(project), flags);
			const request = {
				command: "check",
				base: config.base.ref,
				head: { kind: "working-tree" }
			};
			const assessment = await runGate({
				...flags,
				markdown,
				json
			}, installation, config, request, project);
			say([
				"",
				`The comment that a pull request would get: ${markdown}`,
				`The same as JSON:                          ${json}`,
				`The project, to play with:                 ${project}`,
				`As \`benchgate check\` this would have left with exit code ${exitCodeOf(assessment)}.`,
				""
			].join("\n"));
		} catch (error) {
			await rm(directory, {
				recursive: true,
				force: true
			});
			throw error;
		}
	});
};
async function buildRepository(files, project) {
	const git = new Git(project, withGitSettings(process.env, [["user.name", "Benchgate demo"], ["user.email", "demo@example.invalid"]]), {
		signal: new AbortController().signal,
		remainingMs: () => GIT_LIMIT_MS,
		timeRemedy: "Run the demo again."
	});
	await cp(fileURLToPath(new URL("./base", files)), project, { recursive: true });
	await git.text("init", "-q", "-b", "main");
	await git.text("add", "-A");
	await git.text("commit", "-q", "-m", "A corner shop");
	await git.text("switch", "-q", "-c", "longer-catalogue");
	await cp(fileURLToPath(new URL("./head", files)), project, { recursive: true });
	await git.text("commit", "-q", "-a", "-m", "List more articles, shorten the checksum");
}

// src/cli/explain.ts
const NAMES = {
	maxRegression: "max-regression",
	max: "max",
	min: "min",
	minImprovement: "min-improvement",
	severity: "severity"
};
/** Adds `budgets explain`. */
const budgets = (program) => {
	program.command("budgets").description("what the budgets amount to").command("explain").description("which rules hold for a benchmark, in order, and what they come to").argument("<benchmark>", "its groups and name joined by /").option("--config <file>").action(async (benchmark, flags) => {
		process.stdout.write(explain(await readConfig(flags), benchmark));
	});
};
/** For every limited metric the rules that matched, in order, and what they come to. */
function explain(config, benchmark) {
	const explanations = explainBudget(config, benchmark);
	if (explanations.length === 0) return `No budget matches ${benchmark}: \`check\` does not measure it.\n`;
	const source = (line) => config.file === null || line === 0 ? "default" : `${config.file}:${line}`;
	const lines = [];
	for (const explanation of explanations) {
		const { rules, waiver } = explanation;
		lines.push(`${benchmark} · ${metricWords(config, explanation)}: ${budgetWords(explanation)}`);
		for (const { rule, decides, overridden } of rules) {
			const said = [...decides.map((field) => `${NAMES[field]} ${valueOf(rule[field] ?? null, field)}`), ...overridden.map((field) => `${NAMES[field]} ${valueOf(rule[field] ?? null, field)} (overridden below)`)];
			const first = rule.metric === "primary" ? `, metric ${PRIMARY}` : "";
			lines.push(`  ${source(rule.line)}  match ${JSON.stringify(rule.match)}${first}: ${said.join(", ")}`);
		}
		if (waiver) {
			const until = waiver.until === null ? "" : ` until ${waiver.until}`;
			lines.push(`  ${source(waiver.line)}  accepted up to ${formatLevel(waiver.upTo)}${until}: ${waiver.reason}`);
		}
	}
	return `${lines.join("\n")}\n`;
}
/**
* Which metric a tool reports first is not known before it has run: `primary` is explained by what it mostly
* is.
*/
function metricWords({ commands }, { metric, isPrimary }) {
	return isPrimary && commands.length > 0 ? `${metric}, or what a command reports first` : metric;
}
function budgetWords({ budget }) {
	const set = [
		"maxRegression",
		"max",
		"min",
		"minImprovement"
	].filter((field) => budget[field] !== null);
	if (set.length === 0) return "no limit, so that nothing of it is checked";
	const limits = set.map((field) => `${NAMES[field]} ${valueOf(budget[field], field)}`);
	const off = budget.severity === "off" ? " · switched off: not measured" : "";
	return `${limits.join(" · ")} · severity ${budget.severity}${off}`;
}
function valueOf(value, field) {
	if (value === null) return "none";
	if (typeof value === "string") return value;
	const absolute = (level) => formatLimit(level, value.unit ?? "count");
	const one = field === "max" || field === "min" ? absolute : formatLevel;
	return [value.warn === null ? [] : [`warn ${one(value.warn)}`], value.fail === null ? [] : [`fail ${one(value.fail)}`]].flat().join(", ");
}

// src/cli/describe-error.ts
/** What a person reads of any error, and the exit code that says as much to a machine. */
function describeError(error) {
	if (error instanceof UserError) return error;
	const detail = error instanceof Error ? error.stack ?? error.message : String(error);
	return {
		message: `This is a bug in benchgate ${version$1} on Node ${process.version}.\n${detail}`,
		remedy: "Please report it with these lines.",
		exitCode: EXIT.bug
	};
}

// src/history/table.ts
const USUAL = "time";
/**
* The metric that readers most likely want to see, from runs (newest first): time, otherwise the first metric
* of the newest run.
*/
function metricToShow(runs, matches) {
	const benchmarks = runs.flatMap(({ run }) => run.benchmarks).filter(({ id }) => matches(id));
	return benchmarks.some(({ metrics }) => metrics.some(({ metric }) => metric === USUAL)) ? USUAL : benchmarks[0]?.metrics[0]?.metric ?? USUAL;
}
/**
* The history of each benchmark that has the metric, from runs of one branch (newest first), in the order of
* the newest run.
*/
function historyTable(runs, { matches, metric, last }) {
	return [...new Set(runs.flatMap(({ run }) => run.benchmarks.map(({ id }) => id)).filter(matches))].flatMap((benchmark) => {
		const points = pointsOf(runs, benchmark, metric, { limit: last });
		const newest = points.findLast(({ stored }) => stored.run.imported === void 0) ?? points.at(-1);
		return newest === void 0 ? [] : [historyOf(benchmark, metric, points, newest)];
	});
}
function historyOf(benchmark, metric, points, newest) {
	const { unit, better } = newest.found;
	const comparable = points.filter((point) => isComparable(point, newest));
	const oldest = comparable[0];
	return {
		benchmark,
		suite: newest.suite,
		metric,
		unit,
		better,
		points: points.map((point) => historyPoint(point, newest)),
		change: comparable.length < 2 || oldest.value === 0 ? null : newest.value / oldest.value - 1
	};
}
const isComparable = (a, b) => a.stored.run.config === b.stored.run.config && a.found.unit === b.found.unit;
function historyPoint(point, newest) {
	const { run } = point.stored;
	const { change, verdict } = point.found;
	return {
		sha: run.commit.sha,
		time: run.commit.time,
		subject: run.commit.subject,
		value: point.value,
		unit: point.found.unit,
		change: change && {
			effect: change.effect,
			interval: {
				low: Math.expm1(change.low),
				high: Math.expm1(change.high)
			}
		},
		verdict,
		cpu: run.environment.cpu,
		importedFrom: run.imported?.from ?? null,
		comparable: isComparable(point, newest)
	};
}

// src/report/terminal/history-table.ts
const MAX_PROCESSOR = 32;
const MAX_SUBJECT = 72;
const MIN_SUBJECT = 12;
/** Bars of a sparkline; what is older is left out of it. */
const MAX_BARS = 60;
const MAX_BARS_OF_MANY = 30;
const INDENT$1 = 2;
/** What `history` prints: of one benchmark each recorded commit, of several a line each. */
function renderHistory(histories, { color, width }) {
	const p = palette(color);
	const [only, ...others] = histories;
	if (only === void 0) return "No run has this benchmark.\n";
	return others.length === 0 ? renderOne(only, width, p) : renderMany(histories, width, p);
}
function renderOne(history, width, p) {
	const { points, unit } = history;
	const name = forTerminal(outside("name", history.benchmark), Math.max(16, width - 40));
	const comparable = points.filter((point) => point.comparable);
	const pair = formatPair(comparable[0]?.value ?? null, comparable.at(-1)?.value ?? null, unit);
	const ends = comparable.length < 2 ? "" : `  ${forTerminal(outside("quantity", pair))}`;
	const mixed = new Set(comparable.map(({ cpu }) => cpu)).size > 1;
	const notes = [
		...comparable.length < points.length ? ["≠ measured with other settings than the newest: not in the line above"] : [],
		...importNotes(points),
		...mixed ? ["The line above mixes processors, which differ by more than most changes do."] : []
	];
	return [
		`${p.bold(name)} · ${forTerminal(outside("metric", history.metric))} · ${plural(points.length, "commit")}`,
		`${barsOf(history, MAX_BARS)}${ends}${history.change === null ? "" : `  ${overall(history)}`}`,
		"",
		...commitsOf(history, width, p),
		...notes.length === 0 ? [] : ["", ...notes.map((note) => p.dim(note))],
		""
	].join("\n");
}
function importNotes(points) {
	return [...new Set(points.flatMap(({ importedFrom }) => importedFrom ?? []))].map((from) => `Imported from ${forTerminal(outside("place", from))}: one number a commit, on machines that nobody wrote down.`);
}
/** Oldest first, as the bars are: what a person looks for is at the end, above the prompt. */
function commitsOf(history, width, p) {
	const columns = [
		{
			title: "date",
			cell: ({ time }) => ({
				text: time.slice(0, 10),
				style: p.dim
			})
		},
		{
			title: "commit",
			cell: ({ sha }) => ({ text: forTerminal(outside("commit", sha)) })
		},
		{
			title: "value",
			align: "right",
			cell: ({ value, unit }) => ({ text: quantityText(value, unit) })
		},
		{
			title: "",
			cell: (point) => markOf(point, p)
		},
		{
			title: "against parent",
			cell: (point) => changeCell(point, history, p)
		},
		{
			title: "",
			cell: (point) => ({ text: point.change === null ? "" : intervalWords(changedOf(point, history), " … ") ?? "" })
		},
		{
			title: "processor",
			cell: ({ cpu, importedFrom }) => {
				const processor = importedFrom === null ? cpu : `${cpu}, imported`;
				return {
					text: forTerminal(outside("label", processor), MAX_PROCESSOR),
					style: p.dim
				};
			}
		}
	];
	const room = width - INDENT$1 - cellsTaken(columns, history.points);
	const subject = ({ subject }) => ({ text: forTerminal(outside("sentence", subject), Math.min(MAX_SUBJECT, room)) });
	const all = room < MIN_SUBJECT ? columns : [...columns, {
		title: "subject",
		cell: subject
	}];
	return indented$1(tableOf(all, history.points, p.dim));
}
function renderMany(histories, width, p) {
	const columns = [
		{
			title: "",
			cell: (history) => ({ text: barsOf(history, MAX_BARS_OF_MANY) })
		},
		{
			title: "",
			align: "right",
			cell: ({ points, unit }) => ({ text: quantityText(points.findLast(({ comparable }) => comparable).value, unit) })
		},
		{
			title: "",
			cell: (history) => ({
				text: history.change === null ? "" : overall(history),
				...isWorse(history) && { style: p.yellow }
			})
		},
		{
			title: "",
			cell: ({ points }) => ({
				text: points.some(isRegression) ? "✘" : "",
				style: p.red
			})
		}
	];
	const forName = nameCells(width - cellsTaken(columns, histories));
	const name = ({ benchmark }) => ({ text: forTerminal(outside("name", benchmark), forName) });
	const commits = Math.max(...histories.map(({ points }) => points.length));
	const notes = [`${histories[0].metric} over at most ${plural(commits, "commit")}, oldest on the left; ✘ a regression among them`, ...importNotes(histories.flatMap(({ points }) => points))];
	return [
		...tableOf([{
			title: "",
			cell: name
		}, ...columns], histories),
		"",
		...notes.map((note) => p.dim(forTerminal(outside("sentence", note), Math.max(width, 80)))),
		""
	].join("\n");
}
const barsOf = ({ points }, most) => sparkline(points.flatMap(({ value, comparable }) => comparable ? [value] : []).slice(-most));
const changedOf = ({ change }, { better, unit }) => ({
	better,
	unit,
	effect: change?.effect ?? null,
	interval: change && {
		...change.interval,
		level: .95
	}
});
function changeCell(point, history, p) {
	const { style } = markOf(point, p);
	return {
		text: point.change === null ? "" : effectWords(changedOf(point, history)),
		...style !== p.dim && { style }
	};
}
function markOf(point, p) {
	if (isRegression(point)) return {
		text: "✘",
		style: p.red
	};
	if (point.verdict === "improvement") return {
		text: "↑",
		style: p.green
	};
	return {
		text: point.comparable ? "" : "≠",
		style: p.dim
	};
}
const isRegression = ({ verdict }) => verdict === "regression" || verdict === "over-budget";
/** The newest against the oldest; runs of other jobs, which nothing was done to make alike. */
const overall = ({ better, unit, change }) => effectWords({
	better,
	unit,
	effect: change
});
const isWorse = ({ better, change }) => (worsening({
	better,
	effect: change
}) ?? 0) > 0;
const quantityText = (value, unit) => forTerminal(outside("quantity", formatQuantity(value, unit)));

// src/cli/history.ts
const MAX_LAST = 1e3;
/** Names that a message lists. */
const MAX_NAMES = 10;
/** Adds `history`: the last recorded runs of one benchmark as a table, of several as a line each. */
const history = (program, { installation }) => {
	program.command("history").description("what the recorded runs of the default branch say of a benchmark").argument("[benchmark]", "a glob over groups/name", parseFilterFlag, "**").option("--remote <name>", "a remote of this checkout, a URL or a path", "origin").option("--branch <name>", "the branch that keeps the runs", "benchgate").option("--ref <branch>", "the branch that was recorded (default: the one with the most runs)").option("--key <key>", "of several gates of one repository, the one with this key", "default").option("--last <n>", "recorded commits to look at", parseLast, 20).option("--metric <metric>", "what to show (default: time, else what was recorded first)").addOption(jsonOption("write the same as JSON")).option("--no-color", "plain text; also the environment variable NO_COLOR").option("-q, --quiet", "no progress").action(async (benchmark, flags) => {
		await prepareOutputs(flags);
		const read = await withRuntime(flags, installation, (runtime) => readBranch(flags, runtime));
		const { runs, notes } = ofOneRef(read.runs.filter(({ run }) => run.run.key === flags.key), flags);
		for (const warning of [...read.warnings, ...notes]) process.stderr.write(`warning: ${warning}\n`);
		const matches = compileGlob(benchmark);
		const metric = flags.metric ?? metricToShow(runs, matches);
		const histories = historyTable(runs, {
			matches,
			metric,
			last: flags.last
		});
		if (histories.length === 0) throw nothingFound(benchmark, runs, {
			...flags,
			metric
		});
		await writeOutputs(flags, {
			text: renderHistory(histories, terminalStyle(flags)),
			json: () => jsonText({
				schema: 1,
				branch: flags.branch,
				tip: read.tip,
				benchmarks: histories
			})
		});
	});
};
function parseLast(text) {
	const last = Number(text);
	if (Number.isInteger(last) && last >= 1 && last <= MAX_LAST) return last;
	throw new InvalidArgumentError(`Give a whole number from 1 to ${MAX_LAST}.`);
}
async function readBranch(flags, runtime) {
	const { tip, runs, warnings } = await onBranch(flags, runtime, (store) => store.read(2 * flags.last, flags.key));
	if (tip !== null) return {
		tip,
		runs,
		warnings
	};
	throw new UserError("store", `There is no branch ${flags.branch} on ${flags.remote}: nothing is recorded yet`, "The first push to the default branch with the action in place creates it; name another one with --branch.");
}
/** The runs of one recorded branch: those of several are no series. */
function ofOneRef(runs, { ref }) {
	const byRef = [...Map.groupBy(runs, ({ run }) => run.ref)].sort((a, b) => b[1].length - a[1].length);
	const wanted = ref === void 0 ? byRef[0]?.[0] : `refs/heads/${branchName(ref)}`;
	const others = byRef.filter(([name]) => name !== wanted).map(([name]) => JSON.stringify(branchName(name)));
	const notes = wanted !== void 0 && ref === void 0 && others.length > 0 ? [`only runs of ${JSON.stringify(branchName(wanted))} are shown; there are some of ${others.slice(0, MAX_NAMES).join(", ")} too (--ref)`] : [];
	return {
		runs: byRef.find(([name]) => name === wanted)?.[1] ?? [],
		notes
	};
}
function nothingFound(benchmark, runs, { metric, ref, key }) {
	const recorded = runs.flatMap(({ run }) => run.benchmarks);
	const names = [...new Set(recorded.map(({ id }) => id))];
	const metrics = new Set(recorded.flatMap((one) => one.metrics.map(({ metric }) => metric)));
	const known = names.slice(0, MAX_NAMES).map((name) => JSON.stringify(name.slice(0, 100)));
	const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : "";
	return new UserError("no-benchmarks", runs.length === 0 ? `No run of ${ref === void 0 ? "" : `${JSON.stringify(ref)} and `}the key ${JSON.stringify(key)} was found among the newest` : `No recorded run has a benchmark that matches ${JSON.stringify(benchmark)} with the metric ${JSON.stringify(metric.slice(0, 100))}`, known.length === 0 ? "Look further back with --last, or name another --ref or --key." : `Recorded are ${known.join(", ")}${more}; their metrics are ${[...metrics].slice(0, MAX_NAMES).map((id) => JSON.stringify(id)).join(", ")}.`);
}

// src/cli/import.ts
const READERS = {
	"github-action-benchmark": gabRuns,
	bencher: bencherRuns
};
/** What each tool calls the file. */
const FILES = {
	"github-action-benchmark": "its data.js (in dev/bench on the branch gh-pages, unless it was configured otherwise)",
	bencher: "what `bencher perf` printed"
};
const MAX_REASONS = 20;
const MAX_CELLS$1 = 500;
/**
* Adds `import`: another tool's history as run files on the baseline branch. The file is read as data;
* nothing in it is run.
*/
const importHistory = (program, { installation }) => {
	program.command("import").description("put another tool's history on the baseline branch").addArgument(new Argument("<tool>", "whose history it is").choices(IMPORTABLE)).argument("<file>", "data.js of github-action-benchmark, or what `bencher perf` printed").option("--remote <name>", "a remote of this checkout, a URL or a path", "origin").option("--branch <name>", "the branch that keeps the runs", "benchgate").option("--ref <branch>", "the branch whose commits were recorded", parseRef, "refs/heads/main").option("--key <key>", "of several gates of one repository, the one with this key", parseKey, "default").option("--dry-run", "say what would be written, and write nothing").option("-q, --quiet", "no progress").action(async (tool, path, flags) => {
		const target = {
			ref: flags.ref,
			key: flags.key,
			now: /* @__PURE__ */ new Date(),
			digest: (text) => createHash("sha256").update(text).digest("hex")
		};
		const imported = READERS[tool](await textOf(tool, path), path, target);
		if (imported.runs.length === 0) throw nothingIn(path, tool, imported);
		process.stdout.write(understood(imported, tool, path, flags));
		if (flags.dryRun === true) {
			process.stdout.write("nothing was written: --dry-run\n");
			return;
		}
		const done = await withRuntime(flags, installation, (world) => onBranch(flags, world, (store) => store.appendAll(imported.runs)));
		for (const warning of done.warnings) process.stderr.write(`warning: ${warning}\n`);
		const there = imported.runs.length - done.added;
		const place = `${flags.branch} of ${outsideText(flags.remote, MAX_CELLS$1)}`;
		process.stdout.write(done.added === 0 ? `nothing was written: ${place} holds all of them\n` : `${plural(done.added, "run")} written to ${place}, now at ${done.commit.slice(0, 7)}${there === 0 ? "" : `; ${there} were there before`}\n`);
	});
};
async function textOf(tool, path) {
	const isDirectory = (await stat(path).catch(() => null))?.isDirectory() === true;
	const text = isDirectory ? null : decode((await readInput(path)).bytes);
	if (text !== null) return text;
	throw new UserError("results", `cannot read a history in ${path}: it is ${isDirectory ? "a directory" : "no text"}`, `Name ${FILES[tool]}.`);
}
function nothingIn(path, tool, { leftOut }) {
	const why = leftOut.length === 0 ? "it records nothing" : `left out are ${reasons(leftOut).join("; ")}`;
	return new UserError("results", `there is nothing to import in ${path}: ${why}`, `Look whether it is ${FILES[tool]}.`);
}
const reasons = (leftOut) => [...leftOut.slice(0, MAX_REASONS).map((reason) => outsideText(reason, MAX_CELLS$1)), ...leftOut.length > MAX_REASONS ? [`${leftOut.length - MAX_REASONS} more reasons`] : []];
function understood({ runs, benchmarks, leftOut }, tool, path, { ref, key }) {
	const [first, last] = [runs[0], runs.at(-1)].map(({ run }) => run.recordedAt.slice(0, 10));
	const where = `branch ${outsideText(branchName(ref), MAX_CELLS$1)}${key === "default" ? "" : `, key ${key}`}`;
	return [
		`${outsideText(path, MAX_CELLS$1)}, a history of ${tool}`,
		`  ${plural(runs.length, "run")} of ${plural(benchmarks, "benchmark")}, ${first === last ? first : `${first} to ${last}`}, of the ${where}`,
		...reasons(leftOut).map((reason) => `  left out: ${reason}`),
		""
	].join("\n");
}
function parseRef(text) {
	const branch = branchName(text);
	if (problemOfBranch(branch) === null) return `refs/heads/${branch}`;
	throw new InvalidArgumentError("Give the name of a branch, such as main.");
}
function parseKey(text) {
	if (/^[A-Za-z0-9._-]{1,50}$/.test(text)) return text;
	throw new InvalidArgumentError("Give letters, digits, points, hyphens and underscores, 50 at most.");
}

// src/report/terminal/results-table.ts
/** Characters that a cell may have; names are cut from the middle, because their ends tell them apart too. */
const MAX_NAME = 60;
const MAX_OTHERS = 4;
/** Warnings that are shown in full. */
const MAX_WARNINGS = 50;
/**
* What was understood of a result file, as plain text for people: the tool, a line for each benchmark with
* its first metric (centre, spread, number of values and groups) and the names of its others, and the
* warnings. Every text of the file goes through `printable`, which has to give one line without control
* characters.
*/
function renderTable(file, o) {
	const shown = (text) => cut(o.printable(text));
	const tool = [file.tool, ...file.version === null ? [] : [file.version]].map(shown).join(" ");
	const environment = Object.entries(file.environment).map(([key, value]) => `${shown(key)}: ${shown(value)}`);
	const more = file.warnings.length - MAX_WARNINGS;
	const warnings = [...file.warnings.slice(0, MAX_WARNINGS).map((warning) => `warning: ${o.printable(warning)}`), ...more > 0 ? [`warning: and ${more} more`] : []];
	return [
		`${tool}, read by the adapter ${shown(o.adapter)}`,
		...environment.map((line) => `  ${line}`),
		"",
		...file.benchmarks.length === 0 ? ["no benchmarks"] : benchmarkTable(file.benchmarks, shown),
		...warnings.length === 0 ? [] : ["", ...warnings],
		""
	].join("\n");
}
/** What became of a benchmark without numbers stands behind its name, and widens no column. */
function benchmarkTable(benchmarks, shown) {
	const nameOf = ({ key }) => key.trim() === "" ? "(no name)" : shown(key);
	const of = (cell) => ({ metrics: [first, ...others] }) => ({ text: first === void 0 ? "" : cell(first, others) });
	const columns = [
		{
			title: "benchmark",
			cell: (benchmark) => ({ text: nameOf(benchmark) })
		},
		{
			title: "metric",
			cell: of((first) => shown(first.id) + direction(first))
		},
		{
			title: "centre",
			cell: of(({ data, unit }) => quantity(centreOf(data), unit, shown))
		},
		{
			title: "spread",
			cell: of((first) => spreadOf(first, shown))
		},
		{
			title: "values",
			cell: of(({ data }) => countOf(data))
		},
		{
			title: "and",
			cell: of((_, others) => namesOf(others, shown))
		}
	];
	const width = Math.max(9, ...benchmarks.map((one) => displayWidth(nameOf(one))));
	const [head, ...lines] = tableOf(columns, benchmarks, (title) => title);
	return [head, ...lines.map((line, index) => {
		const { status, message, metrics } = benchmarks[index];
		if (metrics.length > 0) return line;
		const ended = message === null ? status : `${status}: ${shown(message)}`;
		return `${line}${" ".repeat(width - displayWidth(line))}  ${ended}`;
	})];
}
function namesOf(metrics, shown) {
	const names = metrics.slice(0, MAX_OTHERS).map(({ id }) => shown(id));
	const more = metrics.length - names.length;
	return [...names, ...more > 0 ? [`${more} more`] : []].join(", ");
}
/** Where nobody says which way is better, a config has to. */
const direction = ({ better }) => better === null ? " (?)" : better === "lower" ? " ↓" : " ↑";
function centreOf(data) {
	switch (data.kind) {
		case "exact": return data.value;
		case "summary": return data.centre;
		case "samples": return quantile(data.groups.map((group) => quantile(group, .5)), .5);
		default: return data;
	}
}
function spreadOf({ data, unit }, shown) {
	switch (data.kind) {
		case "exact": return "exact";
		case "summary": return data.spread === null ? "unknown" : stated(data.spread, unit, shown);
		case "samples": {
			const values = data.groups.flat();
			if (values.length < 2) return "unknown";
			return `quartiles ${quantity(quantile(values, .25), unit, shown)} … ${quantity(quantile(values, .75), unit, shown)}`;
		}
		default: return data;
	}
}
function stated(spread, unit, shown) {
	switch (spread.kind) {
		case "sd":
		case "sem":
		case "mad": return `${spread.kind} ${quantity(spread.value, unit, shown)}`;
		case "ci": return `${formatLevel(spread.level)} in ${quantity(spread.low, unit, shown)} … ${quantity(spread.high, unit, shown)}`;
		case "rme": return `±${formatLevel(spread.value)} (${formatLevel(spread.level)})`;
		case "unknown": return `${quantity(spread.low, unit, shown)} … ${quantity(spread.high, unit, shown)}, undefined`;
		default: return spread;
	}
}
function countOf(data) {
	if (data.kind === "exact") return "1";
	if (data.kind === "summary") return data.count === null ? "?" : String(data.count);
	return `${data.groups.reduce((sum, group) => sum + group.length, 0)} in ${plural(data.groups.length, "group")}`;
}
/** In the unit that people would choose; a unit that is not ours is text from outside. */
const quantity = (value, unit, shown) => formatQuantity(value, shown(unit));
function cut(text) {
	if (text.length <= MAX_NAME) return text;
	return `${text.slice(0, 40).replace(/[\ud800-\udbff]$/, "")}…${text.slice(-19).replace(/^[\udc00-\udfff]/, "")}`;
}

// src/cli/ingest.ts
const MAX_CELLS = 500;
/** Adds `ingest`: what Benchgate understands of another tool's output, measured by whoever measured it. */
const ingest = (program) => {
	program.command("ingest").description("print what is understood of another tool's result file").argument("<file>", "a result file, or the directory that criterion or asv wrote").option("--format <name>", "what wrote it; without it the content decides").addOption(jsonOption("write the same as JSON")).action(async (path, flags) => {
		await prepareOutputs(flags);
		const { adapter, file } = understand(await readInput(path), flags.format ?? null);
		await writeOutputs(flags, {
			text: renderTable(file, {
				adapter,
				printable: (text) => outsideText(text, MAX_CELLS)
			}),
			json: () => jsonText({
				schema: 1,
				adapter,
				...file
			})
		});
	});
};

// src/compare/summary.ts
/** Summarises at least one process. */
function summarise(side) {
	const of = (metric) => medianOf(valuesOfAll(metric, side));
	const known = (metric) => of(metric) ?? NaN;
	return {
		p10: known("time"),
		p50: known("time.p50"),
		p99: of("time.p99"),
		min: known("time.min"),
		opsPerSecond: known("throughput"),
		samples: side.reduce((sum, { samples }) => sum + samples, 0)
	};
}

// src/gate/run.ts
/**
* Measures the project in its own directory, without a base: four processes a suite or command, and medians
* over them.
*/
async function measureOne(request, runtime) {
	const { project, config } = request;
	const sides = {
		base: { directory: project },
		head: { directory: project }
	};
	const commands = pairCommands([], config.commands);
	const suites = await findSuitesOf(sides, {
		base: [],
		head: config.suites
	});
	if (commands.length === 0) refuseNoSuites(suites.head, config.suites);
	const scratch = await mkdtemp(join(tmpdir(), "benchgate-run-"));
	runtime.onCheckouts?.(() => rmSync(scratch, {
		recursive: true,
		force: true
	}));
	try {
		const ofNode = suites.head.length === 0 ? {
			flags: [],
			warnings: []
		} : await flagsOfNode(config, runtime);
		return await measureAll(request, runtime, await discover(config, runtime, {
			sides,
			suites,
			commands,
			mayRemove: false,
			scratch,
			nodeArgs: {
				base: [],
				head: [...ofNode.flags, ...config.measure.nodeArgs]
			},
			warmupMs: 40,
			deadline: performance.now() + config.measure.timeLimitMs,
			individualCalls: () => callsNeeded("time.p99"),
			random: createRandom(request.seed).uniform
		}), ofNode.warnings);
	} finally {
		await rm(scratch, {
			recursive: true,
			force: true
		});
	}
}
async function measureAll({ filter }, runtime, { session, survey, catalog, counts }, ofNode) {
	const matches = filter === null ? () => true : compileGlob(filter);
	const chosen = survey.benchmarks.filter(({ id }) => matches(id));
	if (chosen.length === 0) refuseFilter(filter);
	const rows = [];
	const failures = [...survey.failures];
	for (const [suite, benchmarks] of Map.groupBy(chosen, (benchmark) => benchmark.suite)) {
		const everything = survey.benchmarks.filter((benchmark) => benchmark.suite === suite).map(({ id }) => id);
		const ids = {
			base: [],
			head: benchmarks.map(({ id }) => id)
		};
		const all = {
			base: [],
			head: everything
		};
		const report = (fraction) => runtime.onProgress({
			kind: "measuring",
			stage: suite,
			undecided: 0,
			fraction,
			leftMs: 0
		});
		report(0);
		failures.push(...await session.calibrate(suite, ids, all));
		const { blocks, failure } = await session.measureBlock(suite, ids, all, report);
		if (failure) failures.push(failure);
		for (const benchmark of benchmarks) {
			const block = blocks.get(benchmark.id);
			if (block) rows.push({
				benchmark: benchmark.id,
				suite,
				...summaryOf(benchmark, block)
			});
		}
	}
	const threw = [...counts.failures.head].map(([id, failure]) => `${id}: ${failure.message}`);
	const warnings = [
		...ofNode,
		...survey.warnings,
		...catalog.warnings,
		...[...failures, ...survey.lateErrors].map(({ suite, message }) => `${suite}: ${message}`),
		...threw
	];
	const isEmpty = rows.every((row) => "values" in row && row.values.length === 0);
	return {
		rows,
		warnings,
		failed: failures.length > 0 || threw.length > 0 || isEmpty
	};
}
function summaryOf({ metrics }, { head }) {
	const timings = head.flatMap((stats) => timingOf(stats) ?? []);
	if (timings.length > 0) return summarise(timings);
	return { values: metrics.flatMap(({ id, unit }) => {
		const values = valuesIn(id, head);
		return values.length === 0 ? [] : [{
			id,
			unit,
			value: quantile(values, .5)
		}];
	}) };
}

// src/report/terminal/run-table.ts
const MAX_METRIC = 30;
const MAX_VALUE = 40;
/** Widest that the numbers of a suite's row get, with the gaps between them. */
const NUMBERS = 62;
/** Metrics that stand below each other in columns of their own; rows with more of them get lines of text. */
const MAX_COLUMNS = 8;
const INDENT = 2;
/**
* What `run` prints: the benchmarks below their suite or command line, suites first, each in the order they
* were given.
*/
function renderRunTable(rows, { color, width }) {
	if (rows.length === 0) return "No benchmark was measured.\n";
	const p = palette(color);
	const ofSuites = rows.filter((row) => "p10" in row);
	const ofCommands = rows.filter((row) => "values" in row);
	return `${[
		...ofSuites.length === 0 ? [] : suiteTable(ofSuites, width, p),
		...[...Map.groupBy(ofCommands, ({ suite }) => suite)].map(([suite, members]) => [suiteText(suite, width), ...indented$1(commandLines(members, width - INDENT, p))]),
		...ofSuites.length === 0 ? [] : [[p.dim(LEGEND)]]
	].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
const LEGEND = "time is the 10th percentile, which the gate decides on; — needs more calls timed one by one";
/** The titles, then the rows of each suite, all in one alignment. */
function suiteTable(rows, width, p) {
	const forName = nameCells(width - NUMBERS);
	const time = (title, key) => number(title, (row) => formatQuantity(row[key], "ns"));
	const number = (title, text) => ({
		title,
		align: "right",
		cell: (row) => ({
			text: text(row),
			...title === "time" && { style: p.bold }
		})
	});
	const suites = [...Map.groupBy(rows, (row) => row.suite)];
	const columns = [
		{
			title: "benchmark",
			cell: (row) => ({ text: nameOf(row, forName) })
		},
		time("time", "p10"),
		time("p50", "p50"),
		time("p99", "p99"),
		time("min", "min"),
		number("throughput", ({ opsPerSecond }) => formatQuantity(opsPerSecond, "ops/s")),
		number("samples", ({ samples }) => grouped(samples))
	];
	const ordered = suites.flatMap(([, members]) => members);
	const [titles = "", ...lines] = indented$1(tableOf(columns, ordered, p.dim));
	return [[titles], ...suites.map(([suite, members]) => [suiteText(suite, width), ...lines.splice(0, members.length)])];
}
/** A line each, a metric below the same metric; where there is no room for that, metrics below each name. */
function commandLines(rows, width, p) {
	const ids = [...new Set(rows.flatMap(({ values }) => values.map(({ id }) => id)))];
	const cellOf = ({ values }, id) => {
		const found = values.findLast((value) => value.id === id);
		if (found === void 0) return null;
		const quantity = outside("quantity", formatQuantity(found.value, found.unit));
		return {
			id: forTerminal(outside("metric", id), MAX_METRIC),
			value: forTerminal(quantity, MAX_VALUE)
		};
	};
	const columns = ids.flatMap((id, i) => [{
		title: "",
		cell: (row) => ({
			text: cellOf(row, id)?.id ?? "",
			style: p.dim
		})
	}, {
		title: "",
		align: "right",
		cell: (row) => ({
			text: cellOf(row, id)?.value ?? "",
			...i === 0 && { style: p.bold }
		})
	}]);
	const room = width - cellsTaken(columns, rows);
	if (ids.length <= MAX_COLUMNS && room >= 16) {
		const name = (row) => ({ text: nameOf(row, nameCells(room)) });
		return tableOf([{
			title: "",
			cell: name
		}, ...columns], rows);
	}
	return rows.flatMap((row) => {
		const text = ids.map((id) => cellOf(row, id)).filter((cell) => cell !== null).map(({ id, value }) => `${id} ${value}`).join(" · ");
		return [nameOf(row, Math.max(16, width)), ...indented$1(wrap(text, width - INDENT))];
	});
}
const nameOf = ({ benchmark }, cells) => forTerminal(outside("name", benchmark), cells);
const suiteText = (suite, width) => forTerminal(outside("line", suite), Math.max(16, width));

// src/cli/run.ts
/** Adds `run`: one version, against nothing. */
const run = (program, { installation, finish }) => {
	withMeasureFlags(program.command("run")).description("measure the working tree alone and print a table").action(async (flags) => {
		const config = await readConfig(flags);
		const request = {
			project: process.cwd(),
			config,
			filter: flags.filter ?? null,
			seed: seedOf(flags)
		};
		const result = await withRuntime(flags, installation, (world) => measureOne(request, world));
		process.stdout.write(renderRunTable(result.rows, terminalStyle(flags)));
		for (const warning of result.warnings) process.stderr.write(`warning: ${warning}\n`);
		finish(result.failed ? EXIT.measurement : EXIT.pass);
	});
};

// src/cli/main.ts
/** In the order in which the help lists them. */
const COMMANDS = [
	check,
	compare,
	run,
	budgets,
	history,
	ingest,
	importHistory,
	demo
];
/** Runs one command; resolves to the exit code and never rejects. */
async function main(argv, installation) {
	let exitCode = EXIT.pass;
	const finish = (code) => {
		exitCode = code;
	};
	const program = new Command("benchgate").description("Measures a change against its base and holds it to your performance budgets.").version(`benchgate ${version$1}`).exitOverride().showSuggestionAfterError().enablePositionalOptions();
	for (const add of COMMANDS) add(program, {
		installation,
		finish
	});
	try {
		await program.parseAsync([...argv], { from: "user" });
		return exitCode;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.pass : EXIT.usage;
		if (error instanceof Interrupted) return error.exitCode;
		const { message, remedy, exitCode } = describeError(error);
		process.stderr.write(`error: ${message}\n\n${remedy}\n`);
		return exitCode;
	}
}

export { SIDES as a, Catalog as i, main, UNKNOWN_ENVIRONMENT as n, isBelowZero as r, RUN_LIMITS as t };