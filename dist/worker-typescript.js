import $e from "node:module";
import ce, { statSync } from "node:fs";
import m, { dirname, join, resolve } from "node:path";
import Ie from "fs";
import Ue from "os";
import Re from "path";

// node_modules/resolve-pkg-maps/dist/index.mjs
const A = (r) => r !== null && typeof r == "object";
const a = (r, t) => Object.assign(/* @__PURE__ */ new Error(`[${r}]: ${t}`), { code: r });
const _ = "ERR_INVALID_PACKAGE_CONFIG";
const E$1 = "ERR_INVALID_PACKAGE_TARGET";
const I = "ERR_PACKAGE_PATH_NOT_EXPORTED";
const R$1 = /^\d+$/;
const O$1 = /^(\.{1,2}|node_modules)$/i;
const w = /\/|\\/;
var h = ((r) => (r.Export = "exports", r.Import = "imports", r))(h || {});
const f = (r, t, e, o, c) => {
	if (t == null) return [];
	if (typeof t == "string") {
		const [n, ...i] = t.split(w);
		if (n === ".." || i.some((l) => O$1.test(l))) throw a(E$1, `Invalid "${r}" target "${t}" defined in the package config`);
		return [c ? t.replace(/\*/g, c) : t];
	}
	if (Array.isArray(t)) return t.flatMap((n) => f(r, n, e, o, c));
	if (A(t)) {
		for (const n of Object.keys(t)) {
			if (R$1.test(n)) throw a(_, "Cannot contain numeric property keys");
			if (n === "default" || o.includes(n)) return f(r, t[n], e, o, c);
		}
		return [];
	}
	throw a(E$1, `Invalid "${r}" target "${t}"`);
};
const s = "*";
const m$1 = (r, t) => {
	const e = r.indexOf(s), o = t.indexOf(s);
	return e === o ? t.length > r.length : o > e;
};
function d(r, t) {
	if (!t.includes(s) && r.hasOwnProperty(t)) return [t];
	let e, o;
	for (const c of Object.keys(r)) if (c.includes(s)) {
		const [n, i, l] = c.split(s);
		if (l === void 0 && t.startsWith(n) && t.endsWith(i)) {
			const g = t.slice(n.length, -i.length || void 0);
			g && (!e || m$1(e, c)) && (e = c, o = g);
		}
	}
	return [e, o];
}
const p = (r) => Object.keys(r).reduce((t, e) => {
	const o = e === "" || e[0] !== ".";
	if (t === void 0 || t === o) return o;
	throw a(_, "\"exports\" cannot contain some keys starting with \".\" and some not");
}, void 0);
const u = /^\w+:/;
const v = (r, t, e) => {
	if (!r) throw new Error("\"exports\" is required");
	t = t === "" ? "." : `./${t}`, (typeof r == "string" || Array.isArray(r) || A(r) && p(r)) && (r = { ".": r });
	const [o, c] = d(r, t), n = f(h.Export, r[o], t, e, c);
	if (n.length === 0) throw a(I, t === "." ? "No \"exports\" main defined" : `Package subpath '${t}' is not defined by "exports"`);
	for (const i of n) if (!i.startsWith("./") && !u.test(i)) throw a(E$1, `Invalid "exports" target "${i}" defined in the package config`);
	return n;
};

// node_modules/get-tsconfig/dist/index.mjs
var xe = Object.defineProperty;
var r = (e, t) => xe(e, "name", {
	value: t,
	configurable: !0
});
function L(e) {
	return e.startsWith("\\\\?\\") ? e : e.replace(/\\/g, "/");
}
r(L, "slash");
const Q = r((e) => {
	const t = ce[e];
	return (l, ...n) => {
		const s = `${e}:${n.join(":")}`;
		let i = l == null ? void 0 : l.get(s);
		return i === void 0 && (i = Reflect.apply(t, ce, n), l?.set(s, i)), i;
	};
}, "cacheFs");
const x = Q("existsSync");
const Se = Q("readFileSync");
const H = Q("statSync");
const Ne = Q("realpathSync");
const Pe = r((...[e, t]) => {
	const l = Ne(e, t);
	if (typeof l != "string") throw new TypeError(`Unexpected resolved path type for ${l} in ${t}`);
	return l;
}, "realpath");
const O = r((e, t, l) => {
	for (;;) {
		const n = m.posix.join(e, t);
		if (x(l, n)) return n;
		const s = m.dirname(e);
		if (s === e) return;
		e = s;
	}
}, "findUp");
const C = /^\.{1,2}(\/.*)?$/;
const X = r((e) => {
	const t = L(e);
	return C.test(t) ? t : `./${t}`;
}, "normalizeRelativePath");
function We(e, t = !1) {
	const l = e.length;
	let n = 0, s = "", i = 0, o = 16, f = 0, u = 0, c = 0, w = 0, p = 0;
	function _(g, j) {
		let y = 0, A = 0;
		for (; y < g;) {
			let k = e.charCodeAt(n);
			if (k >= 48 && k <= 57) A = A * 16 + k - 48;
			else if (k >= 65 && k <= 70) A = A * 16 + k - 65 + 10;
			else if (k >= 97 && k <= 102) A = A * 16 + k - 97 + 10;
			else break;
			n++, y++;
		}
		return y < g && (A = -1), A;
	}
	r(_, "scanHexDigits");
	function h(g) {
		n = g, s = "", i = 0, o = 16, p = 0;
	}
	r(h, "setPosition");
	function D() {
		let g = n;
		if (e.charCodeAt(n) === 48) n++;
		else for (n++; n < e.length && R(e.charCodeAt(n));) n++;
		if (n < e.length && e.charCodeAt(n) === 46) if (n++, n < e.length && R(e.charCodeAt(n))) for (n++; n < e.length && R(e.charCodeAt(n));) n++;
		else return p = 3, e.substring(g, n);
		let j = n;
		if (n < e.length && (e.charCodeAt(n) === 69 || e.charCodeAt(n) === 101)) if (n++, (n < e.length && e.charCodeAt(n) === 43 || e.charCodeAt(n) === 45) && n++, n < e.length && R(e.charCodeAt(n))) {
			for (n++; n < e.length && R(e.charCodeAt(n));) n++;
			j = n;
		} else p = 3;
		return e.substring(g, j);
	}
	r(D, "scanNumber");
	function T() {
		let g = "", j = n;
		for (;;) {
			if (n >= l) {
				g += e.substring(j, n), p = 2;
				break;
			}
			const y = e.charCodeAt(n);
			if (y === 34) {
				g += e.substring(j, n), n++;
				break;
			}
			if (y === 92) {
				if (g += e.substring(j, n), n++, n >= l) {
					p = 2;
					break;
				}
				switch (e.charCodeAt(n++)) {
					case 34:
						g += "\"";
						break;
					case 92:
						g += "\\";
						break;
					case 47:
						g += "/";
						break;
					case 98:
						g += "\b";
						break;
					case 102:
						g += "\f";
						break;
					case 110:
						g += `
`;
						break;
					case 114:
						g += "\r";
						break;
					case 116:
						g += "	";
						break;
					case 117:
						const k = _(4);
						k >= 0 ? g += String.fromCharCode(k) : p = 4;
						break;
					default: p = 5;
				}
				j = n;
				continue;
			}
			if (y >= 0 && y <= 31) if (J(y)) {
				g += e.substring(j, n), p = 2;
				break;
			} else p = 6;
			n++;
		}
		return g;
	}
	r(T, "scanString");
	function d() {
		if (s = "", p = 0, i = n, u = f, w = c, n >= l) return i = l, o = 17;
		let g = e.charCodeAt(n);
		if (ee(g)) {
			do
				n++, s += String.fromCharCode(g), g = e.charCodeAt(n);
			while (ee(g));
			return o = 15;
		}
		if (J(g)) return n++, s += String.fromCharCode(g), g === 13 && e.charCodeAt(n) === 10 && (n++, s += `
`), f++, c = n, o = 14;
		switch (g) {
			case 123: return n++, o = 1;
			case 125: return n++, o = 2;
			case 91: return n++, o = 3;
			case 93: return n++, o = 4;
			case 58: return n++, o = 6;
			case 44: return n++, o = 5;
			case 34: return n++, s = T(), o = 10;
			case 47:
				const j = n - 1;
				if (e.charCodeAt(n + 1) === 47) {
					for (n += 2; n < l && !J(e.charCodeAt(n));) n++;
					return s = e.substring(j, n), o = 12;
				}
				if (e.charCodeAt(n + 1) === 42) {
					n += 2;
					const y = l - 1;
					let A = !1;
					for (; n < y;) {
						const k = e.charCodeAt(n);
						if (k === 42 && e.charCodeAt(n + 1) === 47) {
							n += 2, A = !0;
							break;
						}
						n++, J(k) && (k === 13 && e.charCodeAt(n) === 10 && n++, f++, c = n);
					}
					return A || (n++, p = 1), s = e.substring(j, n), o = 13;
				}
				return s += String.fromCharCode(g), n++, o = 16;
			case 45: if (s += String.fromCharCode(g), n++, n === l || !R(e.charCodeAt(n))) return o = 16;
			case 48:
			case 49:
			case 50:
			case 51:
			case 52:
			case 53:
			case 54:
			case 55:
			case 56:
			case 57: return s += D(), o = 11;
			default:
				for (; n < l && v(g);) n++, g = e.charCodeAt(n);
				if (i !== n) {
					switch (s = e.substring(i, n), s) {
						case "true": return o = 8;
						case "false": return o = 9;
						case "null": return o = 7;
					}
					return o = 16;
				}
				return s += String.fromCharCode(g), n++, o = 16;
		}
	}
	r(d, "scanNext");
	function v(g) {
		if (ee(g) || J(g)) return !1;
		switch (g) {
			case 125:
			case 93:
			case 123:
			case 91:
			case 34:
			case 58:
			case 44:
			case 47: return !1;
		}
		return !0;
	}
	r(v, "isUnknownContentCharacter");
	function $() {
		let g;
		do
			g = d();
		while (g >= 12 && g <= 15);
		return g;
	}
	return r($, "scanNextNonTrivia"), {
		setPosition: h,
		getPosition: r(() => n, "getPosition"),
		scan: t ? $ : d,
		getToken: r(() => o, "getToken"),
		getTokenValue: r(() => s, "getTokenValue"),
		getTokenOffset: r(() => i, "getTokenOffset"),
		getTokenLength: r(() => n - i, "getTokenLength"),
		getTokenStartLine: r(() => u, "getTokenStartLine"),
		getTokenStartCharacter: r(() => i - w, "getTokenStartCharacter"),
		getTokenError: r(() => p, "getTokenError")
	};
}
r(We, "createScanner");
function ee(e) {
	return e === 32 || e === 9;
}
r(ee, "isWhiteSpace");
function J(e) {
	return e === 10 || e === 13;
}
r(J, "isLineBreak");
function R(e) {
	return e >= 48 && e <= 57;
}
r(R, "isDigit");
var ge;
(function(e) {
	e[e.lineFeed = 10] = "lineFeed", e[e.carriageReturn = 13] = "carriageReturn", e[e.space = 32] = "space", e[e._0 = 48] = "_0", e[e._1 = 49] = "_1", e[e._2 = 50] = "_2", e[e._3 = 51] = "_3", e[e._4 = 52] = "_4", e[e._5 = 53] = "_5", e[e._6 = 54] = "_6", e[e._7 = 55] = "_7", e[e._8 = 56] = "_8", e[e._9 = 57] = "_9", e[e.a = 97] = "a", e[e.b = 98] = "b", e[e.c = 99] = "c", e[e.d = 100] = "d", e[e.e = 101] = "e", e[e.f = 102] = "f", e[e.g = 103] = "g", e[e.h = 104] = "h", e[e.i = 105] = "i", e[e.j = 106] = "j", e[e.k = 107] = "k", e[e.l = 108] = "l", e[e.m = 109] = "m", e[e.n = 110] = "n", e[e.o = 111] = "o", e[e.p = 112] = "p", e[e.q = 113] = "q", e[e.r = 114] = "r", e[e.s = 115] = "s", e[e.t = 116] = "t", e[e.u = 117] = "u", e[e.v = 118] = "v", e[e.w = 119] = "w", e[e.x = 120] = "x", e[e.y = 121] = "y", e[e.z = 122] = "z", e[e.A = 65] = "A", e[e.B = 66] = "B", e[e.C = 67] = "C", e[e.D = 68] = "D", e[e.E = 69] = "E", e[e.F = 70] = "F", e[e.G = 71] = "G", e[e.H = 72] = "H", e[e.I = 73] = "I", e[e.J = 74] = "J", e[e.K = 75] = "K", e[e.L = 76] = "L", e[e.M = 77] = "M", e[e.N = 78] = "N", e[e.O = 79] = "O", e[e.P = 80] = "P", e[e.Q = 81] = "Q", e[e.R = 82] = "R", e[e.S = 83] = "S", e[e.T = 84] = "T", e[e.U = 85] = "U", e[e.V = 86] = "V", e[e.W = 87] = "W", e[e.X = 88] = "X", e[e.Y = 89] = "Y", e[e.Z = 90] = "Z", e[e.asterisk = 42] = "asterisk", e[e.backslash = 92] = "backslash", e[e.closeBrace = 125] = "closeBrace", e[e.closeBracket = 93] = "closeBracket", e[e.colon = 58] = "colon", e[e.comma = 44] = "comma", e[e.dot = 46] = "dot", e[e.doubleQuote = 34] = "doubleQuote", e[e.minus = 45] = "minus", e[e.openBrace = 123] = "openBrace", e[e.openBracket = 91] = "openBracket", e[e.plus = 43] = "plus", e[e.slash = 47] = "slash", e[e.formFeed = 12] = "formFeed", e[e.tab = 9] = "tab";
})(ge || (ge = {})), new Array(20).fill(0).map((e, t) => " ".repeat(t));
const S = 200;
new Array(S).fill(0).map((e, t) => `
` + " ".repeat(t)), new Array(S).fill(0).map((e, t) => "\r" + " ".repeat(t)), new Array(S).fill(0).map((e, t) => `\r
` + " ".repeat(t)), new Array(S).fill(0).map((e, t) => `
` + "	".repeat(t)), new Array(S).fill(0).map((e, t) => "\r" + "	".repeat(t)), new Array(S).fill(0).map((e, t) => `\r
` + "	".repeat(t));
var Y;
(function(e) {
	e.DEFAULT = { allowTrailingComma: !1 };
})(Y || (Y = {}));
function Je(e, t = [], l = Y.DEFAULT) {
	let n = null, s = [];
	const i = [];
	function o(u) {
		Array.isArray(s) ? s.push(u) : n !== null && (s[n] = u);
	}
	return r(o, "onValue"), Me(e, {
		onObjectBegin: r(() => {
			const u = {};
			o(u), i.push(s), s = u, n = null;
		}, "onObjectBegin"),
		onObjectProperty: r((u) => {
			n = u;
		}, "onObjectProperty"),
		onObjectEnd: r(() => {
			s = i.pop();
		}, "onObjectEnd"),
		onArrayBegin: r(() => {
			const u = [];
			o(u), i.push(s), s = u, n = null;
		}, "onArrayBegin"),
		onArrayEnd: r(() => {
			s = i.pop();
		}, "onArrayEnd"),
		onLiteralValue: o,
		onError: r((u, c, w) => {
			t.push({
				error: u,
				offset: c,
				length: w
			});
		}, "onError")
	}, l), s[0];
}
r(Je, "parse$1");
function Me(e, t, l = Y.DEFAULT) {
	const n = We(e, !1), s = [];
	let i = 0;
	function o(b) {
		return b ? () => i === 0 && b(n.getTokenOffset(), n.getTokenLength(), n.getTokenStartLine(), n.getTokenStartCharacter()) : () => !0;
	}
	r(o, "toNoArgVisit");
	function f(b) {
		return b ? (F) => i === 0 && b(F, n.getTokenOffset(), n.getTokenLength(), n.getTokenStartLine(), n.getTokenStartCharacter()) : () => !0;
	}
	r(f, "toOneArgVisit");
	function u(b) {
		return b ? (F) => i === 0 && b(F, n.getTokenOffset(), n.getTokenLength(), n.getTokenStartLine(), n.getTokenStartCharacter(), () => s.slice()) : () => !0;
	}
	r(u, "toOneArgVisitWithPath");
	function c(b) {
		return b ? () => {
			i > 0 ? i++ : b(n.getTokenOffset(), n.getTokenLength(), n.getTokenStartLine(), n.getTokenStartCharacter(), () => s.slice()) === !1 && (i = 1);
		} : () => !0;
	}
	r(c, "toBeginVisit");
	function w(b) {
		return b ? () => {
			i > 0 && i--, i === 0 && b(n.getTokenOffset(), n.getTokenLength(), n.getTokenStartLine(), n.getTokenStartCharacter());
		} : () => !0;
	}
	r(w, "toEndVisit");
	const p = c(t.onObjectBegin), _ = u(t.onObjectProperty), h = w(t.onObjectEnd), D = c(t.onArrayBegin), T = w(t.onArrayEnd), d = u(t.onLiteralValue), v = f(t.onSeparator), $ = o(t.onComment), g = f(t.onError), j = l && l.disallowComments, y = l && l.allowTrailingComma;
	function A() {
		for (;;) {
			const b = n.scan();
			switch (n.getTokenError()) {
				case 4:
					k(14);
					break;
				case 5:
					k(15);
					break;
				case 3:
					k(13);
					break;
				case 1:
					j || k(11);
					break;
				case 2:
					k(12);
					break;
				case 6: k(16);
			}
			switch (b) {
				case 12:
				case 13:
					j ? k(10) : $();
					break;
				case 16:
					k(1);
					break;
				case 15:
				case 14: break;
				default: return b;
			}
		}
	}
	r(A, "scanNext");
	function k(b, F = [], W = []) {
		if (g(b), F.length + W.length > 0) {
			let I = n.getToken();
			for (; I !== 17;) {
				if (F.indexOf(I) !== -1) {
					A();
					break;
				} else if (W.indexOf(I) !== -1) break;
				I = A();
			}
		}
	}
	r(k, "handleError");
	function P(b) {
		const F = n.getTokenValue();
		return b ? d(F) : (_(F), s.push(F)), A(), !0;
	}
	r(P, "parseString");
	function M() {
		switch (n.getToken()) {
			case 11:
				const b = n.getTokenValue();
				let F = Number(b);
				isNaN(F) && (k(2), F = 0), d(F);
				break;
			case 7:
				d(null);
				break;
			case 8:
				d(!0);
				break;
			case 9:
				d(!1);
				break;
			default: return !1;
		}
		return A(), !0;
	}
	r(M, "parseLiteral");
	function V() {
		return n.getToken() !== 10 ? (k(3, [], [2, 5]), !1) : (P(!1), n.getToken() === 6 ? (v(":"), A(), U() || k(4, [], [2, 5])) : k(5, [], [2, 5]), s.pop(), !0);
	}
	r(V, "parseProperty");
	function z() {
		p(), A();
		let b = !1;
		for (; n.getToken() !== 2 && n.getToken() !== 17;) {
			if (n.getToken() === 5) {
				if (b || k(4, [], []), v(","), A(), n.getToken() === 2 && y) break;
			} else b && k(6, [], []);
			V() || k(4, [], [2, 5]), b = !0;
		}
		return h(), n.getToken() !== 2 ? k(7, [2], []) : A(), !0;
	}
	r(z, "parseObject");
	function G() {
		D(), A();
		let b = !0, F = !1;
		for (; n.getToken() !== 4 && n.getToken() !== 17;) {
			if (n.getToken() === 5) {
				if (F || k(4, [], []), v(","), A(), n.getToken() === 4 && y) break;
			} else F && k(6, [], []);
			b ? (s.push(0), b = !1) : s[s.length - 1]++, U() || k(4, [], [4, 5]), F = !0;
		}
		return T(), b || s.pop(), n.getToken() !== 4 ? k(8, [4], []) : A(), !0;
	}
	r(G, "parseArray");
	function U() {
		switch (n.getToken()) {
			case 3: return G();
			case 1: return z();
			case 10: return P(!0);
			default: return M();
		}
	}
	return r(U, "parseValue"), A(), n.getToken() === 17 ? l.allowEmptyContent ? !0 : (k(4, [], []), !1) : U() ? (n.getToken() !== 17 && k(9, [], []), !0) : (k(4, [], []), !1);
}
r(Me, "visit");
var ke;
(function(e) {
	e[e.None = 0] = "None", e[e.UnexpectedEndOfComment = 1] = "UnexpectedEndOfComment", e[e.UnexpectedEndOfString = 2] = "UnexpectedEndOfString", e[e.UnexpectedEndOfNumber = 3] = "UnexpectedEndOfNumber", e[e.InvalidUnicode = 4] = "InvalidUnicode", e[e.InvalidEscapeCharacter = 5] = "InvalidEscapeCharacter", e[e.InvalidCharacter = 6] = "InvalidCharacter";
})(ke || (ke = {}));
var me;
(function(e) {
	e[e.OpenBraceToken = 1] = "OpenBraceToken", e[e.CloseBraceToken = 2] = "CloseBraceToken", e[e.OpenBracketToken = 3] = "OpenBracketToken", e[e.CloseBracketToken = 4] = "CloseBracketToken", e[e.CommaToken = 5] = "CommaToken", e[e.ColonToken = 6] = "ColonToken", e[e.NullKeyword = 7] = "NullKeyword", e[e.TrueKeyword = 8] = "TrueKeyword", e[e.FalseKeyword = 9] = "FalseKeyword", e[e.StringLiteral = 10] = "StringLiteral", e[e.NumericLiteral = 11] = "NumericLiteral", e[e.LineCommentTrivia = 12] = "LineCommentTrivia", e[e.BlockCommentTrivia = 13] = "BlockCommentTrivia", e[e.LineBreakTrivia = 14] = "LineBreakTrivia", e[e.Trivia = 15] = "Trivia", e[e.Unknown = 16] = "Unknown", e[e.EOF = 17] = "EOF";
})(me || (me = {}));
const Ve = Je;
var de;
(function(e) {
	e[e.InvalidSymbol = 1] = "InvalidSymbol", e[e.InvalidNumberFormat = 2] = "InvalidNumberFormat", e[e.PropertyNameExpected = 3] = "PropertyNameExpected", e[e.ValueExpected = 4] = "ValueExpected", e[e.ColonExpected = 5] = "ColonExpected", e[e.CommaExpected = 6] = "CommaExpected", e[e.CloseBraceExpected = 7] = "CloseBraceExpected", e[e.CloseBracketExpected = 8] = "CloseBracketExpected", e[e.EndOfFileExpected = 9] = "EndOfFileExpected", e[e.InvalidCommentToken = 10] = "InvalidCommentToken", e[e.UnexpectedEndOfComment = 11] = "UnexpectedEndOfComment", e[e.UnexpectedEndOfString = 12] = "UnexpectedEndOfString", e[e.UnexpectedEndOfNumber = 13] = "UnexpectedEndOfNumber", e[e.InvalidUnicode = 14] = "InvalidUnicode", e[e.InvalidEscapeCharacter = 15] = "InvalidEscapeCharacter", e[e.InvalidCharacter = 16] = "InvalidCharacter";
})(de || (de = {}));
const we = r((e, t) => Ve(Se(t, e, "utf8")), "readJsonc");
const ne = Symbol("implicitBaseUrl");
const E = "${configDir}";
const ze = r(() => {
	const { findPnpApi: e } = $e;
	return e && e(process.cwd());
}, "getPnpApi");
const te = r((e, t, l, n) => {
	const s = `resolveFromPackageJsonPath:${e}:${t}:${l}`;
	if (n != null && n.has(s)) return n.get(s);
	const i = we(e, n);
	if (!i) return;
	let o = t || "tsconfig.json";
	if (!l && i.exports) try {
		const [f] = v(i.exports, t, ["require", "types"]);
		o = f;
	} catch {
		return !1;
	}
	else !t && i.tsconfig && (o = i.tsconfig);
	return o = m.join(e, "..", o), n?.set(s, o), o;
}, "resolveFromPackageJsonPath");
const se = "package.json";
const le = "tsconfig.json";
const Ge = r((e, t, l) => {
	var n;
	let s = e;
	if (e === ".." && (s = m.join(s, le)), e[0] === "." && (s = m.resolve(t, s)), m.isAbsolute(s)) {
		if (x(l, s)) {
			if (H(l, s).isFile()) return s;
		} else if (!s.endsWith(".json")) {
			const T = `${s}.json`;
			if (x(l, T)) return T;
		}
		return;
	}
	const [i, ...o] = e.split("/"), f = i[0] === "@" ? `${i}/${o.shift()}` : i, u = o.join("/"), c = ze();
	if (c) {
		const { resolveRequest: T } = c;
		try {
			if (f === e) {
				const d = T(m.join(f, se), t);
				if (d) {
					const v = te(d, u, !1, l);
					if (v && x(l, v)) return v;
				}
			} else {
				let d;
				try {
					d = T(e, t, { extensions: [".json"] });
				} catch {
					d = T(m.join(e, le), t);
				}
				if (d) return d;
			}
		} catch {}
	}
	const w = O(m.resolve(t), m.join("node_modules", f), l);
	if (!w || !((n = H(l, w)) != null && n.isDirectory())) return;
	const p = Pe(l, w), _ = m.join(p, se);
	if (x(l, _)) {
		const T = te(_, u, !1, l);
		if (T === !1) return;
		if (T && x(l, T) && H(l, T).isFile()) return T;
	}
	const h = m.join(p, u), D = h.endsWith(".json");
	if (!D) {
		const T = `${h}.json`;
		if (x(l, T)) return T;
	}
	if (x(l, h)) {
		if (H(l, h).isDirectory()) {
			const T = m.join(h, se);
			if (x(l, T)) {
				const v = te(T, "", !0, l);
				if (v && x(l, v)) return v;
			}
			const d = m.join(h, le);
			if (x(l, d)) return d;
		} else if (D) return h;
	}
}, "resolveExtendsPath");
const oe = r((e, t) => X(m.relative(e, t)), "pathRelative");
const pe = [
	"files",
	"include",
	"exclude"
];
const N = r((e, t, l) => {
	const n = m.join(t, l);
	return L(m.relative(e, n)) || "./";
}, "resolveAndRelativize");
const Qe = r((e, t, l) => {
	const n = m.relative(e, t);
	if (!n) return l;
	return L(`${n}/${l.startsWith("./") ? l.slice(2) : l}`);
}, "prefixPattern");
const He = r((e, t, l, n) => {
	const s = Ge(e, t, n);
	if (!s) throw new Error(`File '${e}' not found.`);
	if (l.has(s)) throw new Error(`Circularity detected while resolving configuration: ${s}`);
	l.add(s);
	const i = m.dirname(s), o = ve(s, n, l, !0);
	delete o.references;
	const { compilerOptions: f } = o;
	if (f) {
		const { baseUrl: u } = f;
		u && !u.startsWith(E) && (f.baseUrl = N(t, i, u));
		const { outDir: c } = f;
		c && !c.startsWith(E) && (f.outDir = N(t, i, c));
		const { declarationDir: w } = f;
		w && !w.startsWith(E) && (f.declarationDir = N(t, i, w));
		const { rootDir: p } = f;
		p && !p.startsWith(E) && (f.rootDir = N(t, i, p));
		const { rootDirs: _ } = f;
		_ && (f.rootDirs = _.map((D) => D.startsWith(E) ? D : N(t, i, D)));
		const { typeRoots: h } = f;
		h && (f.typeRoots = h.map((D) => D.startsWith(E) ? D : N(t, i, D)));
	}
	for (const u of pe) {
		const c = o[u];
		c && (o[u] = c.map((w) => w.startsWith(E) ? w : Qe(t, i, w)));
	}
	return o;
}, "resolveExtends");
const be = ["outDir", "declarationDir"];
const ve = r((e, t, l = /* @__PURE__ */ new Set(), n = !1) => {
	let s;
	try {
		s = we(e, t) || {};
	} catch {
		throw new Error(`Cannot resolve tsconfig at path: ${e}`);
	}
	if (typeof s != "object") throw new SyntaxError(`Failed to parse tsconfig at: ${e}`);
	const i = m.dirname(e);
	if (s.compilerOptions) {
		const { compilerOptions: o } = s;
		o.paths && !o.baseUrl && (o[ne] = i);
	}
	if (s.extends) {
		const o = Array.isArray(s.extends) ? s.extends : [s.extends];
		delete s.extends;
		for (const f of o.reverse()) {
			const u = He(f, i, new Set(l), t), c = {
				...u,
				...s,
				compilerOptions: {
					...u.compilerOptions,
					...s.compilerOptions
				}
			};
			u.watchOptions && (c.watchOptions = {
				...u.watchOptions,
				...s.watchOptions
			}), s = c;
		}
	}
	if (s.compilerOptions) {
		const { compilerOptions: o } = s;
		for (const u of ["baseUrl", "rootDir"]) {
			const c = o[u];
			if (c && !c.startsWith(E)) {
				const w = m.resolve(i, c);
				o[u] = oe(i, w);
			}
		}
		for (const u of be) {
			let c = o[u];
			c && (!n && !Array.isArray(s.exclude) && (s.exclude = be.map((w) => o[w]).filter(Boolean)), c.startsWith(E) || (c = X(c)), o[u] = c);
		}
	} else s.compilerOptions = {};
	if (s.include && (s.include = s.include.map(L)), s.files && (s.files = s.files.map((o) => o.startsWith(E) ? o : X(o))), s.watchOptions) {
		const { watchOptions: o } = s;
		o.excludeDirectories && (o.excludeDirectories = o.excludeDirectories.map((f) => L(m.resolve(i, f)))), o.excludeFiles && (o.excludeFiles = o.excludeFiles.map((f) => L(m.resolve(i, f)))), o.watchFile && (o.watchFile = o.watchFile.toLowerCase()), o.watchDirectory && (o.watchDirectory = o.watchDirectory.toLowerCase()), o.fallbackPolling && (o.fallbackPolling = o.fallbackPolling.toLowerCase());
	}
	return s;
}, "_parseTsconfig");
const Z = r((e, t) => {
	if (e.startsWith(E)) return L(m.join(t, e.slice(12)));
}, "interpolateConfigDir");
const Xe = [
	"outDir",
	"declarationDir",
	"outFile",
	"rootDir",
	"baseUrl",
	"tsBuildInfoFile"
];
const Ye = r((e) => {
	if (e.strict) for (const B of [
		"noImplicitAny",
		"noImplicitThis",
		"strictNullChecks",
		"strictFunctionTypes",
		"strictBindCallApply",
		"strictPropertyInitialization",
		"strictBuiltinIteratorReturn",
		"alwaysStrict",
		"useUnknownInCatchVariables"
	]) e[B] === void 0 && (e[B] = !0);
	if (e.composite && (e.declaration ??= !0, e.incremental ??= !0), e.target) {
		let a = e.target.toLowerCase();
		a === "es2015" && (a = "es6"), e.target = a, a === "esnext" && (e.module ??= "es6", e.useDefineForClassFields ??= !0), (a === "es6" || a === "es2016" || a === "es2017" || a === "es2018" || a === "es2019" || a === "es2020" || a === "es2021" || a === "es2022" || a === "es2023" || a === "es2024") && (e.module ??= "es6"), (a === "es2022" || a === "es2023" || a === "es2024") && (e.useDefineForClassFields ??= !0);
	}
	if (e.module) {
		let a = e.module.toLowerCase();
		if (a === "es2015" && (a = "es6"), e.module = a, (a === "es6" || a === "es2020" || a === "es2022" || a === "esnext" || a === "none" || a === "system" || a === "umd" || a === "amd") && (e.moduleResolution ??= "classic"), a === "system" && (e.allowSyntheticDefaultImports ??= !0), (a === "node16" || a === "node18" || a === "node20" || a === "nodenext" || a === "preserve") && (e.esModuleInterop ??= !0, e.allowSyntheticDefaultImports ??= !0), (a === "node16" || a === "node18" || a === "node20" || a === "nodenext") && (e.moduleDetection ??= "force"), a === "node16" && (e.target ??= "es2022", e.moduleResolution ??= "node16"), a === "node18" && (e.target ??= "es2022", e.moduleResolution ??= "node16"), a === "node20" && (e.target ??= "es2023", e.moduleResolution ??= "node16", e.resolveJsonModule ??= !0), a === "nodenext" && (e.target ??= "esnext", e.moduleResolution ??= "nodenext", e.resolveJsonModule ??= !0), a === "node16" || a === "node18" || a === "node20" || a === "nodenext") {
			const B = e.target;
			(B === "es3" || B === "es2022" || B === "es2023" || B === "es2024" || B === "esnext") && (e.useDefineForClassFields ??= !0);
		}
		a === "preserve" && (e.moduleResolution ??= "bundler");
	}
	if (e.moduleResolution) {
		let a = e.moduleResolution.toLowerCase();
		a === "node" && (a = "node10"), e.moduleResolution = a, (a === "node16" || a === "nodenext" || a === "bundler") && (e.resolvePackageJsonExports ??= !0, e.resolvePackageJsonImports ??= !0), a === "bundler" && (e.allowSyntheticDefaultImports ??= !0, e.resolveJsonModule ??= !0);
	}
	e.jsx && (e.jsx = e.jsx.toLowerCase()), e.moduleDetection && (e.moduleDetection = e.moduleDetection.toLowerCase()), e.importsNotUsedAsValues && (e.importsNotUsedAsValues = e.importsNotUsedAsValues.toLowerCase()), e.newLine && (e.newLine = e.newLine.toLowerCase()), e.esModuleInterop && (e.allowSyntheticDefaultImports ??= !0), e.verbatimModuleSyntax && (e.isolatedModules ??= !0, e.preserveConstEnums ??= !0), e.isolatedModules && (e.preserveConstEnums ??= !0), e.rewriteRelativeImportExtensions && (e.allowImportingTsExtensions ??= !0), e.lib && (e.lib = e.lib.map((a) => a.toLowerCase())), e.checkJs && (e.allowJs ??= !0);
}, "normalizeCompilerOptions");
const ie = r((e, t = /* @__PURE__ */ new Map()) => {
	const l = m.resolve(e), n = ve(l, t), s = m.dirname(l), { compilerOptions: i } = n;
	if (i) {
		for (const f of Xe) {
			const u = i[f];
			if (u) {
				const c = Z(u, s);
				i[f] = c ? oe(s, c) : u;
			}
		}
		for (const f of ["rootDirs", "typeRoots"]) {
			const u = i[f];
			u && (i[f] = u.map((c) => {
				const w = Z(c, s);
				return w ? oe(s, w) : X(c);
			}));
		}
		const { paths: o } = i;
		if (o) for (const f of Object.keys(o)) o[f] = o[f].map((u) => {
			var c;
			return (c = Z(u, s)) != null ? c : u;
		});
		Ye(i);
	}
	for (const o of pe) {
		const f = n[o];
		f && (n[o] = f.map((u) => {
			var c;
			return (c = Z(u, s)) != null ? c : u;
		}));
	}
	return n;
}, "parseTsconfig");
var Ze = Object.defineProperty;
var q = r((e, t) => Ze(e, "name", {
	value: t,
	configurable: !0
}), "s");
const Te = q((e) => {
	let t = "";
	for (let l = 0; l < e.length; l += 1) {
		const n = e[l], s = n.toUpperCase();
		t += n === s ? n.toLowerCase() : s;
	}
	return t;
}, "invertCase"), re = /* @__PURE__ */ new Map(), Ae = q((e, t) => {
	const l = Re.join(e, `.is-fs-case-sensitive-test-${process.pid}`);
	try {
		return t.writeFileSync(l, ""), !t.existsSync(Te(l));
	} finally {
		try {
			t.unlinkSync(l);
		} catch {}
	}
}, "checkDirectoryCaseWithWrite"), qe = q((e, t, l) => {
	try {
		return Ae(e, l);
	} catch (n) {
		if (t === void 0) return Ae(Ue.tmpdir(), l);
		throw n;
	}
}, "checkDirectoryCaseWithFallback"), Ke = q((e, t = Ie, l = !0) => {
	const n = e != null ? e : process.cwd();
	if (l && re.has(n)) return re.get(n);
	let s;
	const i = Te(n);
	return i !== n && t.existsSync(n) ? s = !t.existsSync(i) : s = qe(n, e, t), l && re.set(n, s), s;
}, "isFsCaseSensitive"), { join: Oe } = m.posix, _e = r((e, t) => {
	const l = Oe(e, t);
	return e.startsWith("//") && !l.startsWith("//") ? `/${l}` : l;
}, "pathJoin"), ue = {
	ts: [
		".ts",
		".tsx",
		".d.ts"
	],
	cts: [".cts", ".d.cts"],
	mts: [".mts", ".d.mts"]
}, Ce = r((e) => {
	const t = [...ue.ts], l = [...ue.cts], n = [...ue.mts];
	return e != null && e.allowJs && (t.push(".js", ".jsx"), l.push(".cjs"), n.push(".mjs")), [
		...t,
		...l,
		...n
	];
}, "getSupportedExtensions"), en = r((e) => {
	const t = [];
	if (!e) return t;
	const { outDir: l, declarationDir: n } = e;
	return l && t.push(l), n && t.push(n), t;
}, "getDefaultExcludeSpec"), ye = r((e) => e.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), "escapeForRegexp"), fe = `(?!(${[
	"node_modules",
	"bower_components",
	"jspm_packages"
].join("|")})(/|$))`, tn = /(?:^|\/)[^.*?]+$/, je = "**/*", K = "[^/]", ae = "[^./]", Fe = process.platform === "win32", De = r(({ config: e, path: t }, l = Ke()) => {
	if ("extends" in e) throw new Error("tsconfig#extends must be resolved. Use getTsconfig or parseTsconfig to resolve it.");
	if (!m.isAbsolute(t)) throw new Error("The tsconfig path must be absolute");
	Fe && (t = L(t));
	const n = m.dirname(t), { files: s, include: i, exclude: o, compilerOptions: f } = e, u = r((d) => m.isAbsolute(d) ? d : _e(n, d), "resolvePattern"), c = s == null ? void 0 : s.map(u), w = Ce(f), p = l ? "" : "i", h = (o || en(f)).map((d) => {
		const v = u(d), $ = ye(v).replaceAll(String.raw`\*\*/`, "(.+/)?").replaceAll(String.raw`\*`, `${K}*`).replaceAll(String.raw`\?`, K);
		return new RegExp(`^${$}($|/)`, p);
	}), D = s || i ? i : [je], T = D ? D.map((d) => {
		let v = u(d);
		tn.test(v) && (v = _e(v, je));
		const $ = ye(v).replaceAll(String.raw`/\*\*`, `(/${fe}${ae}${K}*)*?`).replaceAll(/(\/)?\\\*/g, (g, j) => {
			const y = `(${ae}|(\\.(?!min\\.js$))?)*`;
			return j ? `/${fe}${ae}${y}` : y;
		}).replaceAll(/(\/)?\\\?/g, (g, j) => {
			const y = K;
			return j ? `/${fe}${y}` : y;
		});
		return new RegExp(`^${$}$`, p);
	}) : void 0;
	return (d) => {
		if (!m.isAbsolute(d)) throw new Error("filePath must be absolute");
		if (Fe && (d = L(d)), c != null && c.includes(d)) return e;
		if (!(!w.some((v) => d.endsWith(v)) || h.some((v) => v.test(d))) && T && T.some((v) => v.test(d))) return e;
	};
}, "createFilesMatcher"), he = r((e, t, l) => {
	const n = m.resolve(e);
	let s = L(e);
	for (;;) {
		const i = O(s, t, l);
		if (!i) return;
		const o = m.resolve(i), f = ie(o, l), u = {
			path: L(o),
			config: f
		};
		if (De(u)(n)) return u;
		const w = m.dirname(i), p = m.dirname(w);
		if (p === w) return;
		s = p;
	}
}, "findConfigApplicable"), Le = r((e = process.cwd(), t = "tsconfig.json", l = /* @__PURE__ */ new Map(), n = !1) => {
	var s;
	return n ? (s = he(e, t, l)) == null ? void 0 : s.path : O(L(e), t, l);
}, "findTsconfig"), sn = r((e = process.cwd(), t = "tsconfig.json", l = /* @__PURE__ */ new Map(), n = !1) => {
	var s;
	if (!n) {
		const i = Le(e, t, l);
		if (!i) return null;
		return {
			path: i,
			config: ie(i, l)
		};
	}
	return (s = he(e, t, l)) != null ? s : null;
}, "getTsconfig"), ln = /\*/g, Ee = r((e, t) => {
	const l = e.match(ln);
	if (l && l.length > 1) throw new Error(t);
}, "assertStarCount"), on = r((e) => {
	if (e.includes("*")) {
		const [t, l] = e.split("*");
		return {
			prefix: t,
			suffix: l
		};
	}
	return e;
}, "parsePattern"), rn = r(({ prefix: e, suffix: t }, l) => l.startsWith(e) && l.endsWith(t), "isPatternMatch"), un = r((e, t, l) => Object.entries(e).map(([n, s]) => (Ee(n, `Pattern '${n}' can have at most one '*' character.`), {
	pattern: on(n),
	substitutions: s.map((i) => {
		if (Ee(i, `Substitution '${i}' in pattern '${n}' can have at most one '*' character.`), !t && !C.test(i) && !m.isAbsolute(i)) throw new Error("Non-relative paths are not allowed when 'baseUrl' is not set. Did you forget a leading './'?");
		return m.resolve(l, i);
	})
})), "parsePaths"), fn = r((e) => {
	const { compilerOptions: t } = e.config;
	if (!t) return null;
	const { baseUrl: l, paths: n } = t;
	if (!l && !n) return null;
	const s = ne in t && t[ne], i = m.resolve(m.dirname(e.path), l || s || "."), o = n ? un(n, l, i) : [];
	return (f) => {
		if (C.test(f)) return [];
		const u = [];
		for (const _ of o) {
			if (_.pattern === f) return _.substitutions.map(L);
			typeof _.pattern != "string" && u.push(_);
		}
		let c, w = -1;
		for (const _ of u) rn(_.pattern, f) && _.pattern.prefix.length > w && (w = _.pattern.prefix.length, c = _);
		if (!c) return l ? [L(m.join(i, f))] : [];
		const p = f.slice(c.pattern.prefix.length, f.length - c.pattern.suffix.length);
		return c.substitutions.map((_) => L(_.replace("*", p)));
	};
}, "createPathsMatcher");

// src/worker/typescript-resolution.ts
/** In the order in which TypeScript and bundlers look for a file. */
const EXTENSIONS = [
	".ts",
	".tsx",
	".mts",
	".cts",
	".js",
	".mjs",
	".cjs",
	".jsx",
	".json"
];
const TYPED = {
	".js": [".ts", ".tsx"],
	".jsx": [".tsx"],
	".mjs": [".mts"],
	".cjs": [".cts"]
};
const MAX_REFERENCES = 32;
/**
* The file that a specifier means to TypeScript where Node finds none: without an extension, with the one
* that the file has after compilation, a directory with an index file, or by `paths` and `baseUrl` of the
* importer's tsconfig.json. `missing` is the file that Node looked for, if it says so. Null: there is none.
*/
function resolveTypeScript(specifier, importer, missing) {
	const { places, named } = /^(\.{0,2}\/|\.{1,2}$)/.test(specifier) ? {
		places: [resolve(dirname(importer), specifier)],
		named: null
	} : mapped(specifier, importer);
	for (const place of missing === null ? places : [...places, missing]) {
		const file = fileAt(place);
		if (file !== null) return { file };
	}
	return named === null ? null : { missing: named };
}
function fileAt(place) {
	const extension = /\.[cm]?jsx?$/.exec(place)?.[0] ?? "";
	const stem = place.slice(0, place.length - extension.length);
	return [
		place,
		...(TYPED[extension] ?? []).map((typed) => stem + typed),
		...EXTENSIONS.map((one) => place + one),
		...EXTENSIONS.map((one) => join(place, `index${one}`))
	].find((file) => statSync(file, { throwIfNoEntry: false })?.isFile()) ?? null;
}
const mappings = /* @__PURE__ */ new Map();
const cache = /* @__PURE__ */ new Map();
/** What `paths` and `baseUrl` make of a specifier, from the tsconfig.json nearest to the importer. */
function mapped(specifier, importer) {
	const folder = dirname(importer);
	let mapping = mappings.get(folder);
	try {
		if (mapping === void 0) mappings.set(folder, mapping = readMapping(folder));
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Error(`'${specifier}' is not installed, and paths of tsconfig.json are unknown: ${why}`, { cause: error });
	}
	return mapping(specifier);
}
function readMapping(folder) {
	const nearest = sn(folder, "tsconfig.json", cache);
	const all = (nearest === null ? [] : [nearest, ...referencesOf(nearest)]).map((config) => ({
		match: fn(config) ?? (() => []),
		patterns: Object.keys(config.config.compilerOptions?.paths ?? {})
	}));
	return (specifier) => {
		const found = all.map(({ match, patterns }) => ({
			places: match(specifier),
			patterns
		}));
		const naming = found.find(({ patterns }) => patterns.some((pattern) => names(pattern, specifier)));
		return {
			places: found.flatMap(({ places }) => places),
			named: naming?.places[0] ?? null
		};
	};
}
/** Whether a pattern of `paths` is meant for a specifier; `*` is for every package, installed or not. */
function names(pattern, specifier) {
	const [start, end] = pattern.split("*");
	return end === void 0 ? pattern === specifier : pattern !== "*" && specifier.startsWith(start) && specifier.endsWith(end);
}
/** The projects that a tsconfig.json refers to, which is all that some of them do. */
function referencesOf({ path, config }) {
	return (config.references ?? []).slice(0, MAX_REFERENCES).flatMap((reference) => {
		const target = resolve(dirname(path), reference.path);
		const file = target.endsWith(".json") ? target : join(target, "tsconfig.json");
		if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return [];
		return [{
			path: file,
			config: ie(file, cache)
		}];
	});
}

export { resolveTypeScript };