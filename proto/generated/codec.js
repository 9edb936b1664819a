/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $Array = $util.global.Array, $TypeError = $util.global.TypeError, $Number = $util.global.Number, $parseInt = $util.global.parseInt, $String = $util.global.String, $BigInt = $util.global.BigInt, $Boolean = $util.global.Boolean, $isFinite = $util.global.isFinite;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const diag = $root.diag = (() => {

    /**
     * Namespace diag.
     * @exports diag
     * @namespace
     */
    const diag = {};

    /**
     * DataClass enum.
     * @name diag.DataClass
     * @enum {number}
     * @property {number} DATA_CLASS_UNSPECIFIED=0 DATA_CLASS_UNSPECIFIED value
     * @property {number} DATA_CLASS_STATUS=1 DATA_CLASS_STATUS value
     * @property {number} DATA_CLASS_ERRORS=2 DATA_CLASS_ERRORS value
     * @property {number} DATA_CLASS_FIRMWARE=3 DATA_CLASS_FIRMWARE value
     * @property {number} DATA_CLASS_TELEMETRY=4 DATA_CLASS_TELEMETRY value
     * @property {number} DATA_CLASS_NETWORK=5 DATA_CLASS_NETWORK value
     * @property {number} DATA_CLASS_SPACE=6 DATA_CLASS_SPACE value
     * @property {number} DATA_CLASS_LOGS=7 DATA_CLASS_LOGS value
     */
    diag.DataClass = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "DATA_CLASS_UNSPECIFIED"] = 0;
        values[valuesById[1] = "DATA_CLASS_STATUS"] = 1;
        values[valuesById[2] = "DATA_CLASS_ERRORS"] = 2;
        values[valuesById[3] = "DATA_CLASS_FIRMWARE"] = 3;
        values[valuesById[4] = "DATA_CLASS_TELEMETRY"] = 4;
        values[valuesById[5] = "DATA_CLASS_NETWORK"] = 5;
        values[valuesById[6] = "DATA_CLASS_SPACE"] = 6;
        values[valuesById[7] = "DATA_CLASS_LOGS"] = 7;
        return values;
    })();

    /**
     * OperationClass enum.
     * @name diag.OperationClass
     * @enum {number}
     * @property {number} OPERATION_CLASS_UNSPECIFIED=0 OPERATION_CLASS_UNSPECIFIED value
     * @property {number} OPERATION_CLASS_TEST=1 OPERATION_CLASS_TEST value
     * @property {number} OPERATION_CLASS_ADJUST=2 OPERATION_CLASS_ADJUST value
     * @property {number} OPERATION_CLASS_UPDATE=3 OPERATION_CLASS_UPDATE value
     * @property {number} OPERATION_CLASS_RESET=4 OPERATION_CLASS_RESET value
     */
    diag.OperationClass = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "OPERATION_CLASS_UNSPECIFIED"] = 0;
        values[valuesById[1] = "OPERATION_CLASS_TEST"] = 1;
        values[valuesById[2] = "OPERATION_CLASS_ADJUST"] = 2;
        values[valuesById[3] = "OPERATION_CLASS_UPDATE"] = 3;
        values[valuesById[4] = "OPERATION_CLASS_RESET"] = 4;
        return values;
    })();

    diag.Birth = (function() {

        /**
         * Properties of a Birth.
         * @typedef {Object} diag.Birth.$Properties
         * @property {number|Long|null} [bootId] Birth bootId
         * @property {string|null} [model] Birth model
         * @property {string|null} [hardwareRevision] Birth hardwareRevision
         * @property {Array.<diag.MetricDeclaration.$Properties>|null} [metrics] Birth metrics
         * @property {Array.<string>|null} [operations] Birth operations
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Birth.
         * @memberof diag
         * @interface IBirth
         * @augments diag.Birth.$Properties
         * @deprecated Use diag.Birth.$Properties instead.
         */

        /**
         * Shape of a Birth.
         * @typedef {diag.Birth.$Properties} diag.Birth.$Shape
         */

        /**
         * Constructs a new Birth.
         * @memberof diag
         * @classdesc Represents a Birth.
         * @constructor
         * @param {diag.Birth.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Birth = function (properties) {
            this.metrics = [];
            this.operations = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Birth bootId.
         * @member {number|Long} bootId
         * @memberof diag.Birth
         * @instance
         */
        Birth.prototype.bootId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Birth model.
         * @member {string} model
         * @memberof diag.Birth
         * @instance
         */
        Birth.prototype.model = "";

        /**
         * Birth hardwareRevision.
         * @member {string} hardwareRevision
         * @memberof diag.Birth
         * @instance
         */
        Birth.prototype.hardwareRevision = "";

        /**
         * Birth metrics.
         * @member {Array.<diag.MetricDeclaration.$Properties>} metrics
         * @memberof diag.Birth
         * @instance
         */
        Birth.prototype.metrics = $util.emptyArray;

        /**
         * Birth operations.
         * @member {Array.<string>} operations
         * @memberof diag.Birth
         * @instance
         */
        Birth.prototype.operations = $util.emptyArray;

        /**
         * Creates a new Birth instance using the specified properties.
         * @function create
         * @memberof diag.Birth
         * @static
         * @param {diag.Birth.$Properties=} [properties] Properties to set
         * @returns {diag.Birth} Birth instance
         * @type {{
         *   (properties: diag.Birth.$Shape): diag.Birth & diag.Birth.$Shape;
         *   (properties?: diag.Birth.$Properties): diag.Birth;
         * }}
         */
        Birth.create = function(properties) {
            return new Birth(properties);
        };

        /**
         * Encodes the specified Birth message. Does not implicitly {@link diag.Birth.verify|verify} messages.
         * @function encode
         * @memberof diag.Birth
         * @static
         * @param {diag.Birth.$Properties} message Birth message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Birth.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && (typeof message.bootId === "object" ? message.bootId.low || message.bootId.high : message.bootId !== 0))
                writer.uint32(/* id 1, wireType 1 =*/9).fixed64(message.bootId);
            if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.model);
            if (message.hardwareRevision != null && $Object.hasOwnProperty.call(message, "hardwareRevision") && message.hardwareRevision !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.hardwareRevision);
            if (message.metrics != null && message.metrics.length)
                for (let i = 0; i < message.metrics.length; ++i)
                    $root.diag.MetricDeclaration.encode(message.metrics[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.operations != null && message.operations.length)
                for (let i = 0; i < message.operations.length; ++i)
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.operations[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Birth message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Birth
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Birth & diag.Birth.$Shape} Birth
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Birth.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Birth();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 1)
                            break;
                        if (typeof (value = reader.fixed64()) === "object" ? value.low || value.high : value !== 0)
                            message.bootId = value;
                        else
                            delete message.bootId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.model = value;
                        else
                            delete message.model;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.hardwareRevision = value;
                        else
                            delete message.hardwareRevision;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.metrics && message.metrics.length))
                            message.metrics = [];
                        message.metrics.push($root.diag.MetricDeclaration.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.operations && message.operations.length))
                            message.operations = [];
                        message.operations.push(reader.stringVerify());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a Birth message.
         * @function verify
         * @memberof diag.Birth
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Birth.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                if (!$util.isInteger(message.bootId) && !(message.bootId && $util.isInteger(message.bootId.low) && $util.isInteger(message.bootId.high)))
                    return "bootId: integer|Long expected";
            if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                if (!$util.isString(message.model))
                    return "model: string expected";
            if (message.hardwareRevision != null && $Object.hasOwnProperty.call(message, "hardwareRevision"))
                if (!$util.isString(message.hardwareRevision))
                    return "hardwareRevision: string expected";
            if (message.metrics != null && $Object.hasOwnProperty.call(message, "metrics")) {
                if (!$Array.isArray(message.metrics))
                    return "metrics: array expected";
                for (let i = 0; i < message.metrics.length; ++i) {
                    let error = $root.diag.MetricDeclaration.verify(message.metrics[i], _depth + 1);
                    if (error)
                        return "metrics." + error;
                }
            }
            if (message.operations != null && $Object.hasOwnProperty.call(message, "operations")) {
                if (!$Array.isArray(message.operations))
                    return "operations: array expected";
                for (let i = 0; i < message.operations.length; ++i)
                    if (!$util.isString(message.operations[i]))
                        return "operations: string[] expected";
            }
            return null;
        };

        /**
         * Creates a Birth message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Birth
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Birth} Birth
         */
        Birth.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Birth)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Birth: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Birth();
            if (object.bootId != null)
                if (typeof object.bootId === "object" ? object.bootId.low || object.bootId.high : $Number(object.bootId) !== 0)
                    if ($util.Long)
                        message.bootId = $util.Long.fromValue(object.bootId, true);
                    else if (typeof object.bootId === "string")
                        message.bootId = $parseInt(object.bootId, 10);
                    else if (typeof object.bootId === "number")
                        message.bootId = object.bootId;
                    else if (typeof object.bootId === "object")
                        message.bootId = new $util.LongBits(object.bootId.low >>> 0, object.bootId.high >>> 0).toNumber(true);
            if (object.model != null)
                if (typeof object.model !== "string" || object.model.length)
                    message.model = $String(object.model);
            if (object.hardwareRevision != null)
                if (typeof object.hardwareRevision !== "string" || object.hardwareRevision.length)
                    message.hardwareRevision = $String(object.hardwareRevision);
            if (object.metrics) {
                if (!$Array.isArray(object.metrics))
                    throw $TypeError(".diag.Birth.metrics: array expected");
                message.metrics = $Array(object.metrics.length);
                for (let i = 0; i < object.metrics.length; ++i) {
                    if (!$util.isObject(object.metrics[i]))
                        throw $TypeError(".diag.Birth.metrics: object expected");
                    message.metrics[i] = $root.diag.MetricDeclaration.fromObject(object.metrics[i], _depth + 1);
                }
            }
            if (object.operations) {
                if (!$Array.isArray(object.operations))
                    throw $TypeError(".diag.Birth.operations: array expected");
                message.operations = $Array(object.operations.length);
                for (let i = 0; i < object.operations.length; ++i)
                    message.operations[i] = $String(object.operations[i]);
            }
            return message;
        };

        /**
         * Creates a plain object from a Birth message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Birth
         * @static
         * @param {diag.Birth} message Birth
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Birth.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.metrics = [];
                object.operations = [];
            }
            if (options.defaults) {
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.bootId = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.bootId = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.model = "";
                object.hardwareRevision = "";
            }
            if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.bootId = typeof message.bootId === "number" ? $BigInt(message.bootId) : $util.Long.fromBits(message.bootId.low >>> 0, message.bootId.high >>> 0, true).toBigInt();
                else if (typeof message.bootId === "number")
                    object.bootId = options.longs === $String ? $String(message.bootId) : message.bootId;
                else
                    object.bootId = options.longs === $String ? $util.Long.prototype.toString.call(message.bootId) : options.longs === $Number ? new $util.LongBits(message.bootId.low >>> 0, message.bootId.high >>> 0).toNumber(true) : message.bootId;
            if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                object.model = message.model;
            if (message.hardwareRevision != null && $Object.hasOwnProperty.call(message, "hardwareRevision"))
                object.hardwareRevision = message.hardwareRevision;
            if (message.metrics && message.metrics.length) {
                object.metrics = $Array(message.metrics.length);
                for (let j = 0; j < message.metrics.length; ++j)
                    object.metrics[j] = $root.diag.MetricDeclaration.toObject(message.metrics[j], options, _depth + 1);
            }
            if (message.operations && message.operations.length) {
                object.operations = $Array(message.operations.length);
                for (let j = 0; j < message.operations.length; ++j)
                    object.operations[j] = message.operations[j];
            }
            return object;
        };

        /**
         * Converts this Birth to JSON.
         * @function toJSON
         * @memberof diag.Birth
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Birth.prototype.toJSON = function() {
            return Birth.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Birth
         * @function getTypeUrl
         * @memberof diag.Birth
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Birth.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Birth";
        };

        return Birth;
    })();

    /**
     * MetricType enum.
     * @name diag.MetricType
     * @enum {number}
     * @property {number} METRIC_TYPE_UNSPECIFIED=0 METRIC_TYPE_UNSPECIFIED value
     * @property {number} METRIC_TYPE_GAUGE=1 METRIC_TYPE_GAUGE value
     * @property {number} METRIC_TYPE_COUNTER=2 METRIC_TYPE_COUNTER value
     * @property {number} METRIC_TYPE_ENUM=3 METRIC_TYPE_ENUM value
     * @property {number} METRIC_TYPE_TEXT=4 METRIC_TYPE_TEXT value
     */
    diag.MetricType = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "METRIC_TYPE_UNSPECIFIED"] = 0;
        values[valuesById[1] = "METRIC_TYPE_GAUGE"] = 1;
        values[valuesById[2] = "METRIC_TYPE_COUNTER"] = 2;
        values[valuesById[3] = "METRIC_TYPE_ENUM"] = 3;
        values[valuesById[4] = "METRIC_TYPE_TEXT"] = 4;
        return values;
    })();

    diag.MetricDeclaration = (function() {

        /**
         * Properties of a MetricDeclaration.
         * @typedef {Object} diag.MetricDeclaration.$Properties
         * @property {number|null} [alias] MetricDeclaration alias
         * @property {string|null} [name] MetricDeclaration name
         * @property {diag.MetricType|null} [type] MetricDeclaration type
         * @property {string|null} [unit] MetricDeclaration unit
         * @property {number|null} [idlePeriodMs] MetricDeclaration idlePeriodMs
         * @property {number|null} [livePeriodMs] MetricDeclaration livePeriodMs
         * @property {boolean|null} [onChange] MetricDeclaration onChange
         * @property {diag.DataClass|null} [claimedClass] MetricDeclaration claimedClass
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MetricDeclaration.
         * @memberof diag
         * @interface IMetricDeclaration
         * @augments diag.MetricDeclaration.$Properties
         * @deprecated Use diag.MetricDeclaration.$Properties instead.
         */

        /**
         * Shape of a MetricDeclaration.
         * @typedef {diag.MetricDeclaration.$Properties} diag.MetricDeclaration.$Shape
         */

        /**
         * Constructs a new MetricDeclaration.
         * @memberof diag
         * @classdesc Represents a MetricDeclaration.
         * @constructor
         * @param {diag.MetricDeclaration.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MetricDeclaration = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MetricDeclaration alias.
         * @member {number} alias
         * @memberof diag.MetricDeclaration
         * @instance
         */
        MetricDeclaration.prototype.alias = 0;

        /**
         * MetricDeclaration name.
         * @member {string} name
         * @memberof diag.MetricDeclaration
         * @instance
         */
        MetricDeclaration.prototype.name = "";

        /**
         * MetricDeclaration type.
         * @member {diag.MetricType} type
         * @memberof diag.MetricDeclaration
         * @instance
         */
        MetricDeclaration.prototype.type = 0;

        /**
         * MetricDeclaration unit.
         * @member {string} unit
         * @memberof diag.MetricDeclaration
         * @instance
         */
        MetricDeclaration.prototype.unit = "";

        /**
         * MetricDeclaration idlePeriodMs.
         * @member {number} idlePeriodMs
         * @memberof diag.MetricDeclaration
         * @instance
         */
        MetricDeclaration.prototype.idlePeriodMs = 0;

        /**
         * MetricDeclaration livePeriodMs.
         * @member {number} livePeriodMs
         * @memberof diag.MetricDeclaration
         * @instance
         */
        MetricDeclaration.prototype.livePeriodMs = 0;

        /**
         * MetricDeclaration onChange.
         * @member {boolean} onChange
         * @memberof diag.MetricDeclaration
         * @instance
         */
        MetricDeclaration.prototype.onChange = false;

        /**
         * MetricDeclaration claimedClass.
         * @member {diag.DataClass} claimedClass
         * @memberof diag.MetricDeclaration
         * @instance
         */
        MetricDeclaration.prototype.claimedClass = 0;

        /**
         * Creates a new MetricDeclaration instance using the specified properties.
         * @function create
         * @memberof diag.MetricDeclaration
         * @static
         * @param {diag.MetricDeclaration.$Properties=} [properties] Properties to set
         * @returns {diag.MetricDeclaration} MetricDeclaration instance
         * @type {{
         *   (properties: diag.MetricDeclaration.$Shape): diag.MetricDeclaration & diag.MetricDeclaration.$Shape;
         *   (properties?: diag.MetricDeclaration.$Properties): diag.MetricDeclaration;
         * }}
         */
        MetricDeclaration.create = function(properties) {
            return new MetricDeclaration(properties);
        };

        /**
         * Encodes the specified MetricDeclaration message. Does not implicitly {@link diag.MetricDeclaration.verify|verify} messages.
         * @function encode
         * @memberof diag.MetricDeclaration
         * @static
         * @param {diag.MetricDeclaration.$Properties} message MetricDeclaration message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MetricDeclaration.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.alias != null && $Object.hasOwnProperty.call(message, "alias") && message.alias !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.alias);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
            if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).int32(message.type);
            if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.unit);
            if (message.idlePeriodMs != null && $Object.hasOwnProperty.call(message, "idlePeriodMs") && message.idlePeriodMs !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.idlePeriodMs);
            if (message.livePeriodMs != null && $Object.hasOwnProperty.call(message, "livePeriodMs") && message.livePeriodMs !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.livePeriodMs);
            if (message.onChange != null && $Object.hasOwnProperty.call(message, "onChange") && message.onChange !== false)
                writer.uint32(/* id 7, wireType 0 =*/56).bool(message.onChange);
            if (message.claimedClass != null && $Object.hasOwnProperty.call(message, "claimedClass") && message.claimedClass !== 0)
                writer.uint32(/* id 8, wireType 0 =*/64).int32(message.claimedClass);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MetricDeclaration message from the specified reader or buffer.
         * @function decode
         * @memberof diag.MetricDeclaration
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.MetricDeclaration & diag.MetricDeclaration.$Shape} MetricDeclaration
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MetricDeclaration.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.MetricDeclaration();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.alias = value;
                        else
                            delete message.alias;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.type = value;
                        else
                            delete message.type;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.unit = value;
                        else
                            delete message.unit;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.idlePeriodMs = value;
                        else
                            delete message.idlePeriodMs;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.livePeriodMs = value;
                        else
                            delete message.livePeriodMs;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.onChange = value;
                        else
                            delete message.onChange;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.claimedClass = value;
                        else
                            delete message.claimedClass;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a MetricDeclaration message.
         * @function verify
         * @memberof diag.MetricDeclaration
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        MetricDeclaration.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.alias != null && $Object.hasOwnProperty.call(message, "alias"))
                if (!$util.isInteger(message.alias))
                    return "alias: integer expected";
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                if (!$util.isString(message.name))
                    return "name: string expected";
            if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                if (typeof message.type !== "number" || (message.type | 0) !== message.type)
                    return "type: enum value expected";
            if (message.unit != null && $Object.hasOwnProperty.call(message, "unit"))
                if (!$util.isString(message.unit))
                    return "unit: string expected";
            if (message.idlePeriodMs != null && $Object.hasOwnProperty.call(message, "idlePeriodMs"))
                if (!$util.isInteger(message.idlePeriodMs))
                    return "idlePeriodMs: integer expected";
            if (message.livePeriodMs != null && $Object.hasOwnProperty.call(message, "livePeriodMs"))
                if (!$util.isInteger(message.livePeriodMs))
                    return "livePeriodMs: integer expected";
            if (message.onChange != null && $Object.hasOwnProperty.call(message, "onChange"))
                if (typeof message.onChange !== "boolean")
                    return "onChange: boolean expected";
            if (message.claimedClass != null && $Object.hasOwnProperty.call(message, "claimedClass"))
                if (typeof message.claimedClass !== "number" || (message.claimedClass | 0) !== message.claimedClass)
                    return "claimedClass: enum value expected";
            return null;
        };

        /**
         * Creates a MetricDeclaration message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.MetricDeclaration
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.MetricDeclaration} MetricDeclaration
         */
        MetricDeclaration.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.MetricDeclaration)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.MetricDeclaration: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.MetricDeclaration();
            if (object.alias != null)
                if ($Number(object.alias) !== 0)
                    message.alias = object.alias >>> 0;
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.type !== 0 && (typeof object.type !== "string" || $root.diag.MetricType[object.type] !== 0))
                switch (object.type) {
                case "METRIC_TYPE_UNSPECIFIED":
                case 0:
                    message.type = 0;
                    break;
                case "METRIC_TYPE_GAUGE":
                case 1:
                    message.type = 1;
                    break;
                case "METRIC_TYPE_COUNTER":
                case 2:
                    message.type = 2;
                    break;
                case "METRIC_TYPE_ENUM":
                case 3:
                    message.type = 3;
                    break;
                case "METRIC_TYPE_TEXT":
                case 4:
                    message.type = 4;
                    break;
                default:
                    if (typeof object.type === "number" && (object.type | 0) === object.type)
                        message.type = object.type;
                }
            if (object.unit != null)
                if (typeof object.unit !== "string" || object.unit.length)
                    message.unit = $String(object.unit);
            if (object.idlePeriodMs != null)
                if ($Number(object.idlePeriodMs) !== 0)
                    message.idlePeriodMs = object.idlePeriodMs >>> 0;
            if (object.livePeriodMs != null)
                if ($Number(object.livePeriodMs) !== 0)
                    message.livePeriodMs = object.livePeriodMs >>> 0;
            if (object.onChange != null)
                if (object.onChange)
                    message.onChange = $Boolean(object.onChange);
            if (object.claimedClass !== 0 && (typeof object.claimedClass !== "string" || $root.diag.DataClass[object.claimedClass] !== 0))
                switch (object.claimedClass) {
                case "DATA_CLASS_UNSPECIFIED":
                case 0:
                    message.claimedClass = 0;
                    break;
                case "DATA_CLASS_STATUS":
                case 1:
                    message.claimedClass = 1;
                    break;
                case "DATA_CLASS_ERRORS":
                case 2:
                    message.claimedClass = 2;
                    break;
                case "DATA_CLASS_FIRMWARE":
                case 3:
                    message.claimedClass = 3;
                    break;
                case "DATA_CLASS_TELEMETRY":
                case 4:
                    message.claimedClass = 4;
                    break;
                case "DATA_CLASS_NETWORK":
                case 5:
                    message.claimedClass = 5;
                    break;
                case "DATA_CLASS_SPACE":
                case 6:
                    message.claimedClass = 6;
                    break;
                case "DATA_CLASS_LOGS":
                case 7:
                    message.claimedClass = 7;
                    break;
                default:
                    if (typeof object.claimedClass === "number" && (object.claimedClass | 0) === object.claimedClass)
                        message.claimedClass = object.claimedClass;
                }
            return message;
        };

        /**
         * Creates a plain object from a MetricDeclaration message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.MetricDeclaration
         * @static
         * @param {diag.MetricDeclaration} message MetricDeclaration
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        MetricDeclaration.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.alias = 0;
                object.name = "";
                object.type = options.enums === $String ? "METRIC_TYPE_UNSPECIFIED" : 0;
                object.unit = "";
                object.idlePeriodMs = 0;
                object.livePeriodMs = 0;
                object.onChange = false;
                object.claimedClass = options.enums === $String ? "DATA_CLASS_UNSPECIFIED" : 0;
            }
            if (message.alias != null && $Object.hasOwnProperty.call(message, "alias"))
                object.alias = message.alias;
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                object.type = options.enums === $String ? $root.diag.MetricType[message.type] === $undefined ? message.type : $root.diag.MetricType[message.type] : message.type;
            if (message.unit != null && $Object.hasOwnProperty.call(message, "unit"))
                object.unit = message.unit;
            if (message.idlePeriodMs != null && $Object.hasOwnProperty.call(message, "idlePeriodMs"))
                object.idlePeriodMs = message.idlePeriodMs;
            if (message.livePeriodMs != null && $Object.hasOwnProperty.call(message, "livePeriodMs"))
                object.livePeriodMs = message.livePeriodMs;
            if (message.onChange != null && $Object.hasOwnProperty.call(message, "onChange"))
                object.onChange = message.onChange;
            if (message.claimedClass != null && $Object.hasOwnProperty.call(message, "claimedClass"))
                object.claimedClass = options.enums === $String ? $root.diag.DataClass[message.claimedClass] === $undefined ? message.claimedClass : $root.diag.DataClass[message.claimedClass] : message.claimedClass;
            return object;
        };

        /**
         * Converts this MetricDeclaration to JSON.
         * @function toJSON
         * @memberof diag.MetricDeclaration
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        MetricDeclaration.prototype.toJSON = function() {
            return MetricDeclaration.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for MetricDeclaration
         * @function getTypeUrl
         * @memberof diag.MetricDeclaration
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        MetricDeclaration.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.MetricDeclaration";
        };

        return MetricDeclaration;
    })();

    diag.Death = (function() {

        /**
         * Properties of a Death.
         * @typedef {Object} diag.Death.$Properties
         * @property {number|Long|null} [bootId] Death bootId
         * @property {boolean|null} [clean] Death clean
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Death.
         * @memberof diag
         * @interface IDeath
         * @augments diag.Death.$Properties
         * @deprecated Use diag.Death.$Properties instead.
         */

        /**
         * Shape of a Death.
         * @typedef {diag.Death.$Properties} diag.Death.$Shape
         */

        /**
         * Constructs a new Death.
         * @memberof diag
         * @classdesc Represents a Death.
         * @constructor
         * @param {diag.Death.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Death = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Death bootId.
         * @member {number|Long} bootId
         * @memberof diag.Death
         * @instance
         */
        Death.prototype.bootId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Death clean.
         * @member {boolean} clean
         * @memberof diag.Death
         * @instance
         */
        Death.prototype.clean = false;

        /**
         * Creates a new Death instance using the specified properties.
         * @function create
         * @memberof diag.Death
         * @static
         * @param {diag.Death.$Properties=} [properties] Properties to set
         * @returns {diag.Death} Death instance
         * @type {{
         *   (properties: diag.Death.$Shape): diag.Death & diag.Death.$Shape;
         *   (properties?: diag.Death.$Properties): diag.Death;
         * }}
         */
        Death.create = function(properties) {
            return new Death(properties);
        };

        /**
         * Encodes the specified Death message. Does not implicitly {@link diag.Death.verify|verify} messages.
         * @function encode
         * @memberof diag.Death
         * @static
         * @param {diag.Death.$Properties} message Death message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Death.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && (typeof message.bootId === "object" ? message.bootId.low || message.bootId.high : message.bootId !== 0))
                writer.uint32(/* id 1, wireType 1 =*/9).fixed64(message.bootId);
            if (message.clean != null && $Object.hasOwnProperty.call(message, "clean") && message.clean !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.clean);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Death message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Death
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Death & diag.Death.$Shape} Death
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Death.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Death();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 1)
                            break;
                        if (typeof (value = reader.fixed64()) === "object" ? value.low || value.high : value !== 0)
                            message.bootId = value;
                        else
                            delete message.bootId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.clean = value;
                        else
                            delete message.clean;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a Death message.
         * @function verify
         * @memberof diag.Death
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Death.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                if (!$util.isInteger(message.bootId) && !(message.bootId && $util.isInteger(message.bootId.low) && $util.isInteger(message.bootId.high)))
                    return "bootId: integer|Long expected";
            if (message.clean != null && $Object.hasOwnProperty.call(message, "clean"))
                if (typeof message.clean !== "boolean")
                    return "clean: boolean expected";
            return null;
        };

        /**
         * Creates a Death message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Death
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Death} Death
         */
        Death.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Death)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Death: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Death();
            if (object.bootId != null)
                if (typeof object.bootId === "object" ? object.bootId.low || object.bootId.high : $Number(object.bootId) !== 0)
                    if ($util.Long)
                        message.bootId = $util.Long.fromValue(object.bootId, true);
                    else if (typeof object.bootId === "string")
                        message.bootId = $parseInt(object.bootId, 10);
                    else if (typeof object.bootId === "number")
                        message.bootId = object.bootId;
                    else if (typeof object.bootId === "object")
                        message.bootId = new $util.LongBits(object.bootId.low >>> 0, object.bootId.high >>> 0).toNumber(true);
            if (object.clean != null)
                if (object.clean)
                    message.clean = $Boolean(object.clean);
            return message;
        };

        /**
         * Creates a plain object from a Death message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Death
         * @static
         * @param {diag.Death} message Death
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Death.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.bootId = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.bootId = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.clean = false;
            }
            if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.bootId = typeof message.bootId === "number" ? $BigInt(message.bootId) : $util.Long.fromBits(message.bootId.low >>> 0, message.bootId.high >>> 0, true).toBigInt();
                else if (typeof message.bootId === "number")
                    object.bootId = options.longs === $String ? $String(message.bootId) : message.bootId;
                else
                    object.bootId = options.longs === $String ? $util.Long.prototype.toString.call(message.bootId) : options.longs === $Number ? new $util.LongBits(message.bootId.low >>> 0, message.bootId.high >>> 0).toNumber(true) : message.bootId;
            if (message.clean != null && $Object.hasOwnProperty.call(message, "clean"))
                object.clean = message.clean;
            return object;
        };

        /**
         * Converts this Death to JSON.
         * @function toJSON
         * @memberof diag.Death
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Death.prototype.toJSON = function() {
            return Death.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Death
         * @function getTypeUrl
         * @memberof diag.Death
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Death.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Death";
        };

        return Death;
    })();

    diag.ConsentAction = (function() {

        /**
         * Properties of a ConsentAction.
         * @typedef {Object} diag.ConsentAction.$Properties
         * @property {diag.ConfirmRequest.$Properties|null} [confirm] ConsentAction confirm
         * @property {diag.StopSharing.$Properties|null} [stop] ConsentAction stop
         * @property {"confirm"|"stop"} [action] ConsentAction action
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ConsentAction.
         * @memberof diag
         * @interface IConsentAction
         * @augments diag.ConsentAction.$Properties
         * @deprecated Use diag.ConsentAction.$Properties instead.
         */

        /**
         * Narrowed shape of a ConsentAction.
         * @typedef {{
         *   confirm?: diag.ConfirmRequest.$Shape|null;
         *   stop?: diag.StopSharing.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ action?: undefined; confirm?: null; stop?: null }|{ action?: "confirm"; confirm: diag.ConfirmRequest.$Shape; stop?: null }|{ action?: "stop"; confirm?: null; stop: diag.StopSharing.$Shape })
         * )} diag.ConsentAction.$Shape
         */

        /**
         * Constructs a new ConsentAction.
         * @memberof diag
         * @classdesc Represents a ConsentAction.
         * @constructor
         * @param {diag.ConsentAction.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ConsentAction = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ConsentAction confirm.
         * @member {diag.ConfirmRequest.$Properties|null|undefined} confirm
         * @memberof diag.ConsentAction
         * @instance
         */
        ConsentAction.prototype.confirm = null;

        /**
         * ConsentAction stop.
         * @member {diag.StopSharing.$Properties|null|undefined} stop
         * @memberof diag.ConsentAction
         * @instance
         */
        ConsentAction.prototype.stop = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * ConsentAction action.
         * @member {"confirm"|"stop"|undefined} action
         * @memberof diag.ConsentAction
         * @instance
         */
        $Object.defineProperty(ConsentAction.prototype, "action", {
            get: $util.oneOfGetter($oneOfFields = ["confirm", "stop"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new ConsentAction instance using the specified properties.
         * @function create
         * @memberof diag.ConsentAction
         * @static
         * @param {diag.ConsentAction.$Properties=} [properties] Properties to set
         * @returns {diag.ConsentAction} ConsentAction instance
         * @type {{
         *   (properties: diag.ConsentAction.$Shape): diag.ConsentAction & diag.ConsentAction.$Shape;
         *   (properties?: diag.ConsentAction.$Properties): diag.ConsentAction;
         * }}
         */
        ConsentAction.create = function(properties) {
            return new ConsentAction(properties);
        };

        /**
         * Encodes the specified ConsentAction message. Does not implicitly {@link diag.ConsentAction.verify|verify} messages.
         * @function encode
         * @memberof diag.ConsentAction
         * @static
         * @param {diag.ConsentAction.$Properties} message ConsentAction message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ConsentAction.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.confirm != null && $Object.hasOwnProperty.call(message, "confirm"))
                $root.diag.ConfirmRequest.encode(message.confirm, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.stop != null && $Object.hasOwnProperty.call(message, "stop"))
                $root.diag.StopSharing.encode(message.stop, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ConsentAction message from the specified reader or buffer.
         * @function decode
         * @memberof diag.ConsentAction
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.ConsentAction & diag.ConsentAction.$Shape} ConsentAction
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ConsentAction.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.ConsentAction();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.confirm = $root.diag.ConfirmRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.confirm);
                        message.action = "confirm";
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.stop = $root.diag.StopSharing.decode(reader, reader.size(), $undefined, _depth + 1, message.stop);
                        message.action = "stop";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a ConsentAction message.
         * @function verify
         * @memberof diag.ConsentAction
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ConsentAction.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            let properties = {};
            if (message.confirm != null && $Object.hasOwnProperty.call(message, "confirm")) {
                properties.action = 1;
                {
                    let error = $root.diag.ConfirmRequest.verify(message.confirm, _depth + 1);
                    if (error)
                        return "confirm." + error;
                }
            }
            if (message.stop != null && $Object.hasOwnProperty.call(message, "stop")) {
                if (properties.action === 1)
                    return "action: multiple values";
                properties.action = 1;
                {
                    let error = $root.diag.StopSharing.verify(message.stop, _depth + 1);
                    if (error)
                        return "stop." + error;
                }
            }
            return null;
        };

        /**
         * Creates a ConsentAction message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.ConsentAction
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.ConsentAction} ConsentAction
         */
        ConsentAction.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.ConsentAction)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.ConsentAction: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.ConsentAction();
            if (object.confirm != null) {
                if (!$util.isObject(object.confirm))
                    throw $TypeError(".diag.ConsentAction.confirm: object expected");
                message.confirm = $root.diag.ConfirmRequest.fromObject(object.confirm, _depth + 1);
            }
            if (object.stop != null) {
                if (!$util.isObject(object.stop))
                    throw $TypeError(".diag.ConsentAction.stop: object expected");
                message.stop = $root.diag.StopSharing.fromObject(object.stop, _depth + 1);
            }
            return message;
        };

        /**
         * Creates a plain object from a ConsentAction message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.ConsentAction
         * @static
         * @param {diag.ConsentAction} message ConsentAction
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ConsentAction.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (message.confirm != null && $Object.hasOwnProperty.call(message, "confirm")) {
                object.confirm = $root.diag.ConfirmRequest.toObject(message.confirm, options, _depth + 1);
                if (options.oneofs)
                    object.action = "confirm";
            }
            if (message.stop != null && $Object.hasOwnProperty.call(message, "stop")) {
                object.stop = $root.diag.StopSharing.toObject(message.stop, options, _depth + 1);
                if (options.oneofs)
                    object.action = "stop";
            }
            return object;
        };

        /**
         * Converts this ConsentAction to JSON.
         * @function toJSON
         * @memberof diag.ConsentAction
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ConsentAction.prototype.toJSON = function() {
            return ConsentAction.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ConsentAction
         * @function getTypeUrl
         * @memberof diag.ConsentAction
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ConsentAction.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.ConsentAction";
        };

        return ConsentAction;
    })();

    diag.ConfirmRequest = (function() {

        /**
         * Properties of a ConfirmRequest.
         * @typedef {Object} diag.ConfirmRequest.$Properties
         * @property {string|null} [requestId] ConfirmRequest requestId
         * @property {boolean|null} [readAloud] ConfirmRequest readAloud
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ConfirmRequest.
         * @memberof diag
         * @interface IConfirmRequest
         * @augments diag.ConfirmRequest.$Properties
         * @deprecated Use diag.ConfirmRequest.$Properties instead.
         */

        /**
         * Shape of a ConfirmRequest.
         * @typedef {diag.ConfirmRequest.$Properties} diag.ConfirmRequest.$Shape
         */

        /**
         * Constructs a new ConfirmRequest.
         * @memberof diag
         * @classdesc Represents a ConfirmRequest.
         * @constructor
         * @param {diag.ConfirmRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ConfirmRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ConfirmRequest requestId.
         * @member {string} requestId
         * @memberof diag.ConfirmRequest
         * @instance
         */
        ConfirmRequest.prototype.requestId = "";

        /**
         * ConfirmRequest readAloud.
         * @member {boolean} readAloud
         * @memberof diag.ConfirmRequest
         * @instance
         */
        ConfirmRequest.prototype.readAloud = false;

        /**
         * Creates a new ConfirmRequest instance using the specified properties.
         * @function create
         * @memberof diag.ConfirmRequest
         * @static
         * @param {diag.ConfirmRequest.$Properties=} [properties] Properties to set
         * @returns {diag.ConfirmRequest} ConfirmRequest instance
         * @type {{
         *   (properties: diag.ConfirmRequest.$Shape): diag.ConfirmRequest & diag.ConfirmRequest.$Shape;
         *   (properties?: diag.ConfirmRequest.$Properties): diag.ConfirmRequest;
         * }}
         */
        ConfirmRequest.create = function(properties) {
            return new ConfirmRequest(properties);
        };

        /**
         * Encodes the specified ConfirmRequest message. Does not implicitly {@link diag.ConfirmRequest.verify|verify} messages.
         * @function encode
         * @memberof diag.ConfirmRequest
         * @static
         * @param {diag.ConfirmRequest.$Properties} message ConfirmRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ConfirmRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.requestId);
            if (message.readAloud != null && $Object.hasOwnProperty.call(message, "readAloud") && message.readAloud !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.readAloud);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ConfirmRequest message from the specified reader or buffer.
         * @function decode
         * @memberof diag.ConfirmRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.ConfirmRequest & diag.ConfirmRequest.$Shape} ConfirmRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ConfirmRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.ConfirmRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.requestId = value;
                        else
                            delete message.requestId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.readAloud = value;
                        else
                            delete message.readAloud;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a ConfirmRequest message.
         * @function verify
         * @memberof diag.ConfirmRequest
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ConfirmRequest.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                if (!$util.isString(message.requestId))
                    return "requestId: string expected";
            if (message.readAloud != null && $Object.hasOwnProperty.call(message, "readAloud"))
                if (typeof message.readAloud !== "boolean")
                    return "readAloud: boolean expected";
            return null;
        };

        /**
         * Creates a ConfirmRequest message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.ConfirmRequest
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.ConfirmRequest} ConfirmRequest
         */
        ConfirmRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.ConfirmRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.ConfirmRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.ConfirmRequest();
            if (object.requestId != null)
                if (typeof object.requestId !== "string" || object.requestId.length)
                    message.requestId = $String(object.requestId);
            if (object.readAloud != null)
                if (object.readAloud)
                    message.readAloud = $Boolean(object.readAloud);
            return message;
        };

        /**
         * Creates a plain object from a ConfirmRequest message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.ConfirmRequest
         * @static
         * @param {diag.ConfirmRequest} message ConfirmRequest
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ConfirmRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.requestId = "";
                object.readAloud = false;
            }
            if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                object.requestId = message.requestId;
            if (message.readAloud != null && $Object.hasOwnProperty.call(message, "readAloud"))
                object.readAloud = message.readAloud;
            return object;
        };

        /**
         * Converts this ConfirmRequest to JSON.
         * @function toJSON
         * @memberof diag.ConfirmRequest
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ConfirmRequest.prototype.toJSON = function() {
            return ConfirmRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ConfirmRequest
         * @function getTypeUrl
         * @memberof diag.ConfirmRequest
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ConfirmRequest.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.ConfirmRequest";
        };

        return ConfirmRequest;
    })();

    diag.StopSharing = (function() {

        /**
         * Properties of a StopSharing.
         * @typedef {Object} diag.StopSharing.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a StopSharing.
         * @memberof diag
         * @interface IStopSharing
         * @augments diag.StopSharing.$Properties
         * @deprecated Use diag.StopSharing.$Properties instead.
         */

        /**
         * Shape of a StopSharing.
         * @typedef {diag.StopSharing.$Properties} diag.StopSharing.$Shape
         */

        /**
         * Constructs a new StopSharing.
         * @memberof diag
         * @classdesc Represents a StopSharing.
         * @constructor
         * @param {diag.StopSharing.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const StopSharing = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new StopSharing instance using the specified properties.
         * @function create
         * @memberof diag.StopSharing
         * @static
         * @param {diag.StopSharing.$Properties=} [properties] Properties to set
         * @returns {diag.StopSharing} StopSharing instance
         * @type {{
         *   (properties: diag.StopSharing.$Shape): diag.StopSharing & diag.StopSharing.$Shape;
         *   (properties?: diag.StopSharing.$Properties): diag.StopSharing;
         * }}
         */
        StopSharing.create = function(properties) {
            return new StopSharing(properties);
        };

        /**
         * Encodes the specified StopSharing message. Does not implicitly {@link diag.StopSharing.verify|verify} messages.
         * @function encode
         * @memberof diag.StopSharing
         * @static
         * @param {diag.StopSharing.$Properties} message StopSharing message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        StopSharing.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a StopSharing message from the specified reader or buffer.
         * @function decode
         * @memberof diag.StopSharing
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.StopSharing & diag.StopSharing.$Shape} StopSharing
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        StopSharing.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.StopSharing();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a StopSharing message.
         * @function verify
         * @memberof diag.StopSharing
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        StopSharing.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            return null;
        };

        /**
         * Creates a StopSharing message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.StopSharing
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.StopSharing} StopSharing
         */
        StopSharing.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.StopSharing)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.StopSharing: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            return new $root.diag.StopSharing();
        };

        /**
         * Creates a plain object from a StopSharing message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.StopSharing
         * @static
         * @param {diag.StopSharing} message StopSharing
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        StopSharing.toObject = function () {
            return {};
        };

        /**
         * Converts this StopSharing to JSON.
         * @function toJSON
         * @memberof diag.StopSharing
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        StopSharing.prototype.toJSON = function() {
            return StopSharing.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for StopSharing
         * @function getTypeUrl
         * @memberof diag.StopSharing
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        StopSharing.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.StopSharing";
        };

        return StopSharing;
    })();

    /**
     * ExecutionState enum.
     * @name diag.ExecutionState
     * @enum {number}
     * @property {number} EXECUTION_STATE_UNSPECIFIED=0 EXECUTION_STATE_UNSPECIFIED value
     * @property {number} EXECUTION_STATE_ACCEPTED=1 EXECUTION_STATE_ACCEPTED value
     * @property {number} EXECUTION_STATE_RUNNING=2 EXECUTION_STATE_RUNNING value
     * @property {number} EXECUTION_STATE_DONE=3 EXECUTION_STATE_DONE value
     * @property {number} EXECUTION_STATE_FAILED=4 EXECUTION_STATE_FAILED value
     * @property {number} EXECUTION_STATE_REFUSED=5 EXECUTION_STATE_REFUSED value
     * @property {number} EXECUTION_STATE_CANCELLED=6 EXECUTION_STATE_CANCELLED value
     */
    diag.ExecutionState = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "EXECUTION_STATE_UNSPECIFIED"] = 0;
        values[valuesById[1] = "EXECUTION_STATE_ACCEPTED"] = 1;
        values[valuesById[2] = "EXECUTION_STATE_RUNNING"] = 2;
        values[valuesById[3] = "EXECUTION_STATE_DONE"] = 3;
        values[valuesById[4] = "EXECUTION_STATE_FAILED"] = 4;
        values[valuesById[5] = "EXECUTION_STATE_REFUSED"] = 5;
        values[valuesById[6] = "EXECUTION_STATE_CANCELLED"] = 6;
        return values;
    })();

    diag.ExecutionUpdate = (function() {

        /**
         * Properties of an ExecutionUpdate.
         * @typedef {Object} diag.ExecutionUpdate.$Properties
         * @property {string|null} [executionId] ExecutionUpdate executionId
         * @property {diag.ExecutionState|null} [state] ExecutionUpdate state
         * @property {number|null} [percent] ExecutionUpdate percent
         * @property {string|null} [reason] ExecutionUpdate reason
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an ExecutionUpdate.
         * @memberof diag
         * @interface IExecutionUpdate
         * @augments diag.ExecutionUpdate.$Properties
         * @deprecated Use diag.ExecutionUpdate.$Properties instead.
         */

        /**
         * Shape of an ExecutionUpdate.
         * @typedef {diag.ExecutionUpdate.$Properties} diag.ExecutionUpdate.$Shape
         */

        /**
         * Constructs a new ExecutionUpdate.
         * @memberof diag
         * @classdesc Represents an ExecutionUpdate.
         * @constructor
         * @param {diag.ExecutionUpdate.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ExecutionUpdate = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ExecutionUpdate executionId.
         * @member {string} executionId
         * @memberof diag.ExecutionUpdate
         * @instance
         */
        ExecutionUpdate.prototype.executionId = "";

        /**
         * ExecutionUpdate state.
         * @member {diag.ExecutionState} state
         * @memberof diag.ExecutionUpdate
         * @instance
         */
        ExecutionUpdate.prototype.state = 0;

        /**
         * ExecutionUpdate percent.
         * @member {number} percent
         * @memberof diag.ExecutionUpdate
         * @instance
         */
        ExecutionUpdate.prototype.percent = 0;

        /**
         * ExecutionUpdate reason.
         * @member {string} reason
         * @memberof diag.ExecutionUpdate
         * @instance
         */
        ExecutionUpdate.prototype.reason = "";

        /**
         * Creates a new ExecutionUpdate instance using the specified properties.
         * @function create
         * @memberof diag.ExecutionUpdate
         * @static
         * @param {diag.ExecutionUpdate.$Properties=} [properties] Properties to set
         * @returns {diag.ExecutionUpdate} ExecutionUpdate instance
         * @type {{
         *   (properties: diag.ExecutionUpdate.$Shape): diag.ExecutionUpdate & diag.ExecutionUpdate.$Shape;
         *   (properties?: diag.ExecutionUpdate.$Properties): diag.ExecutionUpdate;
         * }}
         */
        ExecutionUpdate.create = function(properties) {
            return new ExecutionUpdate(properties);
        };

        /**
         * Encodes the specified ExecutionUpdate message. Does not implicitly {@link diag.ExecutionUpdate.verify|verify} messages.
         * @function encode
         * @memberof diag.ExecutionUpdate
         * @static
         * @param {diag.ExecutionUpdate.$Properties} message ExecutionUpdate message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ExecutionUpdate.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId") && message.executionId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.executionId);
            if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).int32(message.state);
            if (message.percent != null && $Object.hasOwnProperty.call(message, "percent") && message.percent !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.percent);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.reason);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an ExecutionUpdate message from the specified reader or buffer.
         * @function decode
         * @memberof diag.ExecutionUpdate
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.ExecutionUpdate & diag.ExecutionUpdate.$Shape} ExecutionUpdate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ExecutionUpdate.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.ExecutionUpdate();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.executionId = value;
                        else
                            delete message.executionId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.state = value;
                        else
                            delete message.state;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.percent = value;
                        else
                            delete message.percent;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies an ExecutionUpdate message.
         * @function verify
         * @memberof diag.ExecutionUpdate
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ExecutionUpdate.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId"))
                if (!$util.isString(message.executionId))
                    return "executionId: string expected";
            if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                if (typeof message.state !== "number" || (message.state | 0) !== message.state)
                    return "state: enum value expected";
            if (message.percent != null && $Object.hasOwnProperty.call(message, "percent"))
                if (!$util.isInteger(message.percent))
                    return "percent: integer expected";
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                if (!$util.isString(message.reason))
                    return "reason: string expected";
            return null;
        };

        /**
         * Creates an ExecutionUpdate message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.ExecutionUpdate
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.ExecutionUpdate} ExecutionUpdate
         */
        ExecutionUpdate.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.ExecutionUpdate)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.ExecutionUpdate: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.ExecutionUpdate();
            if (object.executionId != null)
                if (typeof object.executionId !== "string" || object.executionId.length)
                    message.executionId = $String(object.executionId);
            if (object.state !== 0 && (typeof object.state !== "string" || $root.diag.ExecutionState[object.state] !== 0))
                switch (object.state) {
                case "EXECUTION_STATE_UNSPECIFIED":
                case 0:
                    message.state = 0;
                    break;
                case "EXECUTION_STATE_ACCEPTED":
                case 1:
                    message.state = 1;
                    break;
                case "EXECUTION_STATE_RUNNING":
                case 2:
                    message.state = 2;
                    break;
                case "EXECUTION_STATE_DONE":
                case 3:
                    message.state = 3;
                    break;
                case "EXECUTION_STATE_FAILED":
                case 4:
                    message.state = 4;
                    break;
                case "EXECUTION_STATE_REFUSED":
                case 5:
                    message.state = 5;
                    break;
                case "EXECUTION_STATE_CANCELLED":
                case 6:
                    message.state = 6;
                    break;
                default:
                    if (typeof object.state === "number" && (object.state | 0) === object.state)
                        message.state = object.state;
                }
            if (object.percent != null)
                if ($Number(object.percent) !== 0)
                    message.percent = object.percent >>> 0;
            if (object.reason != null)
                if (typeof object.reason !== "string" || object.reason.length)
                    message.reason = $String(object.reason);
            return message;
        };

        /**
         * Creates a plain object from an ExecutionUpdate message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.ExecutionUpdate
         * @static
         * @param {diag.ExecutionUpdate} message ExecutionUpdate
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ExecutionUpdate.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.executionId = "";
                object.state = options.enums === $String ? "EXECUTION_STATE_UNSPECIFIED" : 0;
                object.percent = 0;
                object.reason = "";
            }
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId"))
                object.executionId = message.executionId;
            if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                object.state = options.enums === $String ? $root.diag.ExecutionState[message.state] === $undefined ? message.state : $root.diag.ExecutionState[message.state] : message.state;
            if (message.percent != null && $Object.hasOwnProperty.call(message, "percent"))
                object.percent = message.percent;
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                object.reason = message.reason;
            return object;
        };

        /**
         * Converts this ExecutionUpdate to JSON.
         * @function toJSON
         * @memberof diag.ExecutionUpdate
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ExecutionUpdate.prototype.toJSON = function() {
            return ExecutionUpdate.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ExecutionUpdate
         * @function getTypeUrl
         * @memberof diag.ExecutionUpdate
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ExecutionUpdate.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.ExecutionUpdate";
        };

        return ExecutionUpdate;
    })();

    /**
     * FrameKind enum.
     * @name diag.FrameKind
     * @enum {number}
     * @property {number} FRAME_KIND_LIVE=0 FRAME_KIND_LIVE value
     * @property {number} FRAME_KIND_HISTORICAL=1 FRAME_KIND_HISTORICAL value
     * @property {number} FRAME_KIND_BACKLOG=2 FRAME_KIND_BACKLOG value
     */
    diag.FrameKind = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "FRAME_KIND_LIVE"] = 0;
        values[valuesById[1] = "FRAME_KIND_HISTORICAL"] = 1;
        values[valuesById[2] = "FRAME_KIND_BACKLOG"] = 2;
        return values;
    })();

    diag.Header = (function() {

        /**
         * Properties of a Header.
         * @typedef {Object} diag.Header.$Properties
         * @property {number|Long|null} [bootId] Header bootId
         * @property {number|Long|null} [seq] Header seq
         * @property {number|Long|null} [epoch] Header epoch
         * @property {number|Long|null} [baseAt] Header baseAt
         * @property {diag.FrameKind|null} [kind] Header kind
         * @property {number|Long|null} [droppedFrom] Header droppedFrom
         * @property {number|Long|null} [droppedTo] Header droppedTo
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Header.
         * @memberof diag
         * @interface IHeader
         * @augments diag.Header.$Properties
         * @deprecated Use diag.Header.$Properties instead.
         */

        /**
         * Shape of a Header.
         * @typedef {diag.Header.$Properties} diag.Header.$Shape
         */

        /**
         * Constructs a new Header.
         * @memberof diag
         * @classdesc Represents a Header.
         * @constructor
         * @param {diag.Header.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Header = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Header bootId.
         * @member {number|Long} bootId
         * @memberof diag.Header
         * @instance
         */
        Header.prototype.bootId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Header seq.
         * @member {number|Long} seq
         * @memberof diag.Header
         * @instance
         */
        Header.prototype.seq = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Header epoch.
         * @member {number|Long} epoch
         * @memberof diag.Header
         * @instance
         */
        Header.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Header baseAt.
         * @member {number|Long} baseAt
         * @memberof diag.Header
         * @instance
         */
        Header.prototype.baseAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Header kind.
         * @member {diag.FrameKind} kind
         * @memberof diag.Header
         * @instance
         */
        Header.prototype.kind = 0;

        /**
         * Header droppedFrom.
         * @member {number|Long} droppedFrom
         * @memberof diag.Header
         * @instance
         */
        Header.prototype.droppedFrom = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Header droppedTo.
         * @member {number|Long} droppedTo
         * @memberof diag.Header
         * @instance
         */
        Header.prototype.droppedTo = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Header instance using the specified properties.
         * @function create
         * @memberof diag.Header
         * @static
         * @param {diag.Header.$Properties=} [properties] Properties to set
         * @returns {diag.Header} Header instance
         * @type {{
         *   (properties: diag.Header.$Shape): diag.Header & diag.Header.$Shape;
         *   (properties?: diag.Header.$Properties): diag.Header;
         * }}
         */
        Header.create = function(properties) {
            return new Header(properties);
        };

        /**
         * Encodes the specified Header message. Does not implicitly {@link diag.Header.verify|verify} messages.
         * @function encode
         * @memberof diag.Header
         * @static
         * @param {diag.Header.$Properties} message Header message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Header.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId") && (typeof message.bootId === "object" ? message.bootId.low || message.bootId.high : message.bootId !== 0))
                writer.uint32(/* id 1, wireType 1 =*/9).fixed64(message.bootId);
            if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && (typeof message.seq === "object" ? message.seq.low || message.seq.high : message.seq !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.seq);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.epoch);
            if (message.baseAt != null && $Object.hasOwnProperty.call(message, "baseAt") && (typeof message.baseAt === "object" ? message.baseAt.low || message.baseAt.high : message.baseAt !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.baseAt);
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).int32(message.kind);
            if (message.droppedFrom != null && $Object.hasOwnProperty.call(message, "droppedFrom") && (typeof message.droppedFrom === "object" ? message.droppedFrom.low || message.droppedFrom.high : message.droppedFrom !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.droppedFrom);
            if (message.droppedTo != null && $Object.hasOwnProperty.call(message, "droppedTo") && (typeof message.droppedTo === "object" ? message.droppedTo.low || message.droppedTo.high : message.droppedTo !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.droppedTo);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Header message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Header
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Header & diag.Header.$Shape} Header
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Header.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Header();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 1)
                            break;
                        if (typeof (value = reader.fixed64()) === "object" ? value.low || value.high : value !== 0)
                            message.bootId = value;
                        else
                            delete message.bootId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.seq = value;
                        else
                            delete message.seq;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.baseAt = value;
                        else
                            delete message.baseAt;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.kind = value;
                        else
                            delete message.kind;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.droppedFrom = value;
                        else
                            delete message.droppedFrom;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.droppedTo = value;
                        else
                            delete message.droppedTo;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a Header message.
         * @function verify
         * @memberof diag.Header
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Header.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                if (!$util.isInteger(message.bootId) && !(message.bootId && $util.isInteger(message.bootId.low) && $util.isInteger(message.bootId.high)))
                    return "bootId: integer|Long expected";
            if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                if (!$util.isInteger(message.seq) && !(message.seq && $util.isInteger(message.seq.low) && $util.isInteger(message.seq.high)))
                    return "seq: integer|Long expected";
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                if (!$util.isInteger(message.epoch) && !(message.epoch && $util.isInteger(message.epoch.low) && $util.isInteger(message.epoch.high)))
                    return "epoch: integer|Long expected";
            if (message.baseAt != null && $Object.hasOwnProperty.call(message, "baseAt"))
                if (!$util.isInteger(message.baseAt) && !(message.baseAt && $util.isInteger(message.baseAt.low) && $util.isInteger(message.baseAt.high)))
                    return "baseAt: integer|Long expected";
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                if (typeof message.kind !== "number" || (message.kind | 0) !== message.kind)
                    return "kind: enum value expected";
            if (message.droppedFrom != null && $Object.hasOwnProperty.call(message, "droppedFrom"))
                if (!$util.isInteger(message.droppedFrom) && !(message.droppedFrom && $util.isInteger(message.droppedFrom.low) && $util.isInteger(message.droppedFrom.high)))
                    return "droppedFrom: integer|Long expected";
            if (message.droppedTo != null && $Object.hasOwnProperty.call(message, "droppedTo"))
                if (!$util.isInteger(message.droppedTo) && !(message.droppedTo && $util.isInteger(message.droppedTo.low) && $util.isInteger(message.droppedTo.high)))
                    return "droppedTo: integer|Long expected";
            return null;
        };

        /**
         * Creates a Header message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Header
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Header} Header
         */
        Header.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Header)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Header: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Header();
            if (object.bootId != null)
                if (typeof object.bootId === "object" ? object.bootId.low || object.bootId.high : $Number(object.bootId) !== 0)
                    if ($util.Long)
                        message.bootId = $util.Long.fromValue(object.bootId, true);
                    else if (typeof object.bootId === "string")
                        message.bootId = $parseInt(object.bootId, 10);
                    else if (typeof object.bootId === "number")
                        message.bootId = object.bootId;
                    else if (typeof object.bootId === "object")
                        message.bootId = new $util.LongBits(object.bootId.low >>> 0, object.bootId.high >>> 0).toNumber(true);
            if (object.seq != null)
                if (typeof object.seq === "object" ? object.seq.low || object.seq.high : $Number(object.seq) !== 0)
                    if ($util.Long)
                        message.seq = $util.Long.fromValue(object.seq, true);
                    else if (typeof object.seq === "string")
                        message.seq = $parseInt(object.seq, 10);
                    else if (typeof object.seq === "number")
                        message.seq = object.seq;
                    else if (typeof object.seq === "object")
                        message.seq = new $util.LongBits(object.seq.low >>> 0, object.seq.high >>> 0).toNumber(true);
            if (object.epoch != null)
                if (typeof object.epoch === "object" ? object.epoch.low || object.epoch.high : $Number(object.epoch) !== 0)
                    if ($util.Long)
                        message.epoch = $util.Long.fromValue(object.epoch, true);
                    else if (typeof object.epoch === "string")
                        message.epoch = $parseInt(object.epoch, 10);
                    else if (typeof object.epoch === "number")
                        message.epoch = object.epoch;
                    else if (typeof object.epoch === "object")
                        message.epoch = new $util.LongBits(object.epoch.low >>> 0, object.epoch.high >>> 0).toNumber(true);
            if (object.baseAt != null)
                if (typeof object.baseAt === "object" ? object.baseAt.low || object.baseAt.high : $Number(object.baseAt) !== 0)
                    if ($util.Long)
                        message.baseAt = $util.Long.fromValue(object.baseAt, true);
                    else if (typeof object.baseAt === "string")
                        message.baseAt = $parseInt(object.baseAt, 10);
                    else if (typeof object.baseAt === "number")
                        message.baseAt = object.baseAt;
                    else if (typeof object.baseAt === "object")
                        message.baseAt = new $util.LongBits(object.baseAt.low >>> 0, object.baseAt.high >>> 0).toNumber(true);
            if (object.kind !== 0 && (typeof object.kind !== "string" || $root.diag.FrameKind[object.kind] !== 0))
                switch (object.kind) {
                case "FRAME_KIND_LIVE":
                case 0:
                    message.kind = 0;
                    break;
                case "FRAME_KIND_HISTORICAL":
                case 1:
                    message.kind = 1;
                    break;
                case "FRAME_KIND_BACKLOG":
                case 2:
                    message.kind = 2;
                    break;
                default:
                    if (typeof object.kind === "number" && (object.kind | 0) === object.kind)
                        message.kind = object.kind;
                }
            if (object.droppedFrom != null)
                if (typeof object.droppedFrom === "object" ? object.droppedFrom.low || object.droppedFrom.high : $Number(object.droppedFrom) !== 0)
                    if ($util.Long)
                        message.droppedFrom = $util.Long.fromValue(object.droppedFrom, true);
                    else if (typeof object.droppedFrom === "string")
                        message.droppedFrom = $parseInt(object.droppedFrom, 10);
                    else if (typeof object.droppedFrom === "number")
                        message.droppedFrom = object.droppedFrom;
                    else if (typeof object.droppedFrom === "object")
                        message.droppedFrom = new $util.LongBits(object.droppedFrom.low >>> 0, object.droppedFrom.high >>> 0).toNumber(true);
            if (object.droppedTo != null)
                if (typeof object.droppedTo === "object" ? object.droppedTo.low || object.droppedTo.high : $Number(object.droppedTo) !== 0)
                    if ($util.Long)
                        message.droppedTo = $util.Long.fromValue(object.droppedTo, true);
                    else if (typeof object.droppedTo === "string")
                        message.droppedTo = $parseInt(object.droppedTo, 10);
                    else if (typeof object.droppedTo === "number")
                        message.droppedTo = object.droppedTo;
                    else if (typeof object.droppedTo === "object")
                        message.droppedTo = new $util.LongBits(object.droppedTo.low >>> 0, object.droppedTo.high >>> 0).toNumber(true);
            return message;
        };

        /**
         * Creates a plain object from a Header message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Header
         * @static
         * @param {diag.Header} message Header
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Header.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.bootId = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.bootId = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.seq = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.seq = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.epoch = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.epoch = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.baseAt = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.baseAt = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.kind = options.enums === $String ? "FRAME_KIND_LIVE" : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.droppedFrom = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.droppedFrom = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.droppedTo = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.droppedTo = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.bootId != null && $Object.hasOwnProperty.call(message, "bootId"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.bootId = typeof message.bootId === "number" ? $BigInt(message.bootId) : $util.Long.fromBits(message.bootId.low >>> 0, message.bootId.high >>> 0, true).toBigInt();
                else if (typeof message.bootId === "number")
                    object.bootId = options.longs === $String ? $String(message.bootId) : message.bootId;
                else
                    object.bootId = options.longs === $String ? $util.Long.prototype.toString.call(message.bootId) : options.longs === $Number ? new $util.LongBits(message.bootId.low >>> 0, message.bootId.high >>> 0).toNumber(true) : message.bootId;
            if (message.seq != null && $Object.hasOwnProperty.call(message, "seq"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.seq = typeof message.seq === "number" ? $BigInt(message.seq) : $util.Long.fromBits(message.seq.low >>> 0, message.seq.high >>> 0, true).toBigInt();
                else if (typeof message.seq === "number")
                    object.seq = options.longs === $String ? $String(message.seq) : message.seq;
                else
                    object.seq = options.longs === $String ? $util.Long.prototype.toString.call(message.seq) : options.longs === $Number ? new $util.LongBits(message.seq.low >>> 0, message.seq.high >>> 0).toNumber(true) : message.seq;
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.epoch = typeof message.epoch === "number" ? $BigInt(message.epoch) : $util.Long.fromBits(message.epoch.low >>> 0, message.epoch.high >>> 0, true).toBigInt();
                else if (typeof message.epoch === "number")
                    object.epoch = options.longs === $String ? $String(message.epoch) : message.epoch;
                else
                    object.epoch = options.longs === $String ? $util.Long.prototype.toString.call(message.epoch) : options.longs === $Number ? new $util.LongBits(message.epoch.low >>> 0, message.epoch.high >>> 0).toNumber(true) : message.epoch;
            if (message.baseAt != null && $Object.hasOwnProperty.call(message, "baseAt"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.baseAt = typeof message.baseAt === "number" ? $BigInt(message.baseAt) : $util.Long.fromBits(message.baseAt.low >>> 0, message.baseAt.high >>> 0, true).toBigInt();
                else if (typeof message.baseAt === "number")
                    object.baseAt = options.longs === $String ? $String(message.baseAt) : message.baseAt;
                else
                    object.baseAt = options.longs === $String ? $util.Long.prototype.toString.call(message.baseAt) : options.longs === $Number ? new $util.LongBits(message.baseAt.low >>> 0, message.baseAt.high >>> 0).toNumber(true) : message.baseAt;
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                object.kind = options.enums === $String ? $root.diag.FrameKind[message.kind] === $undefined ? message.kind : $root.diag.FrameKind[message.kind] : message.kind;
            if (message.droppedFrom != null && $Object.hasOwnProperty.call(message, "droppedFrom"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.droppedFrom = typeof message.droppedFrom === "number" ? $BigInt(message.droppedFrom) : $util.Long.fromBits(message.droppedFrom.low >>> 0, message.droppedFrom.high >>> 0, true).toBigInt();
                else if (typeof message.droppedFrom === "number")
                    object.droppedFrom = options.longs === $String ? $String(message.droppedFrom) : message.droppedFrom;
                else
                    object.droppedFrom = options.longs === $String ? $util.Long.prototype.toString.call(message.droppedFrom) : options.longs === $Number ? new $util.LongBits(message.droppedFrom.low >>> 0, message.droppedFrom.high >>> 0).toNumber(true) : message.droppedFrom;
            if (message.droppedTo != null && $Object.hasOwnProperty.call(message, "droppedTo"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.droppedTo = typeof message.droppedTo === "number" ? $BigInt(message.droppedTo) : $util.Long.fromBits(message.droppedTo.low >>> 0, message.droppedTo.high >>> 0, true).toBigInt();
                else if (typeof message.droppedTo === "number")
                    object.droppedTo = options.longs === $String ? $String(message.droppedTo) : message.droppedTo;
                else
                    object.droppedTo = options.longs === $String ? $util.Long.prototype.toString.call(message.droppedTo) : options.longs === $Number ? new $util.LongBits(message.droppedTo.low >>> 0, message.droppedTo.high >>> 0).toNumber(true) : message.droppedTo;
            return object;
        };

        /**
         * Converts this Header to JSON.
         * @function toJSON
         * @memberof diag.Header
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Header.prototype.toJSON = function() {
            return Header.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Header
         * @function getTypeUrl
         * @memberof diag.Header
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Header.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Header";
        };

        return Header;
    })();

    diag.Telemetry = (function() {

        /**
         * Properties of a Telemetry.
         * @typedef {Object} diag.Telemetry.$Properties
         * @property {diag.Header.$Properties|null} [header] Telemetry header
         * @property {Array.<number>|null} [aliases] Telemetry aliases
         * @property {Array.<number>|null} [values] Telemetry values
         * @property {Array.<number>|null} [offsetsMs] Telemetry offsetsMs
         * @property {Array.<diag.TextSample.$Properties>|null} [texts] Telemetry texts
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Telemetry.
         * @memberof diag
         * @interface ITelemetry
         * @augments diag.Telemetry.$Properties
         * @deprecated Use diag.Telemetry.$Properties instead.
         */

        /**
         * Shape of a Telemetry.
         * @typedef {diag.Telemetry.$Properties} diag.Telemetry.$Shape
         */

        /**
         * Constructs a new Telemetry.
         * @memberof diag
         * @classdesc Represents a Telemetry.
         * @constructor
         * @param {diag.Telemetry.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Telemetry = function (properties) {
            this.aliases = [];
            this.values = [];
            this.offsetsMs = [];
            this.texts = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Telemetry header.
         * @member {diag.Header.$Properties|null|undefined} header
         * @memberof diag.Telemetry
         * @instance
         */
        Telemetry.prototype.header = null;

        /**
         * Telemetry aliases.
         * @member {Array.<number>} aliases
         * @memberof diag.Telemetry
         * @instance
         */
        Telemetry.prototype.aliases = $util.emptyArray;

        /**
         * Telemetry values.
         * @member {Array.<number>} values
         * @memberof diag.Telemetry
         * @instance
         */
        Telemetry.prototype.values = $util.emptyArray;

        /**
         * Telemetry offsetsMs.
         * @member {Array.<number>} offsetsMs
         * @memberof diag.Telemetry
         * @instance
         */
        Telemetry.prototype.offsetsMs = $util.emptyArray;

        /**
         * Telemetry texts.
         * @member {Array.<diag.TextSample.$Properties>} texts
         * @memberof diag.Telemetry
         * @instance
         */
        Telemetry.prototype.texts = $util.emptyArray;

        /**
         * Creates a new Telemetry instance using the specified properties.
         * @function create
         * @memberof diag.Telemetry
         * @static
         * @param {diag.Telemetry.$Properties=} [properties] Properties to set
         * @returns {diag.Telemetry} Telemetry instance
         * @type {{
         *   (properties: diag.Telemetry.$Shape): diag.Telemetry & diag.Telemetry.$Shape;
         *   (properties?: diag.Telemetry.$Properties): diag.Telemetry;
         * }}
         */
        Telemetry.create = function(properties) {
            return new Telemetry(properties);
        };

        /**
         * Encodes the specified Telemetry message. Does not implicitly {@link diag.Telemetry.verify|verify} messages.
         * @function encode
         * @memberof diag.Telemetry
         * @static
         * @param {diag.Telemetry.$Properties} message Telemetry message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Telemetry.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                $root.diag.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.aliases != null && message.aliases.length)
                writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.aliases);
            if (message.values != null && message.values.length)
                writer.uint32(/* id 3, wireType 2 =*/26).doubles(message.values);
            if (message.offsetsMs != null && message.offsetsMs.length)
                writer.uint32(/* id 4, wireType 2 =*/34).sint32s(message.offsetsMs);
            if (message.texts != null && message.texts.length)
                for (let i = 0; i < message.texts.length; ++i)
                    $root.diag.TextSample.encode(message.texts[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Telemetry message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Telemetry
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Telemetry & diag.Telemetry.$Shape} Telemetry
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Telemetry.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Telemetry();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.header = $root.diag.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                        continue;
                    }
                case 2: {
                        if (wireType === 2) {
                            if (!(message.aliases && message.aliases.length))
                                message.aliases = [];
                            reader.uint32s(message.aliases);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.aliases && message.aliases.length))
                            message.aliases = [];
                        message.aliases.push(reader.uint32());
                        continue;
                    }
                case 3: {
                        if (wireType === 2) {
                            if (!(message.values && message.values.length))
                                message.values = [];
                            reader.doubles(message.values);
                            continue;
                        }
                        if (wireType !== 1)
                            break;
                        if (!(message.values && message.values.length))
                            message.values = [];
                        message.values.push(reader.double());
                        continue;
                    }
                case 4: {
                        if (wireType === 2) {
                            if (!(message.offsetsMs && message.offsetsMs.length))
                                message.offsetsMs = [];
                            reader.sint32s(message.offsetsMs);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.offsetsMs && message.offsetsMs.length))
                            message.offsetsMs = [];
                        message.offsetsMs.push(reader.sint32());
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.texts && message.texts.length))
                            message.texts = [];
                        message.texts.push($root.diag.TextSample.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a Telemetry message.
         * @function verify
         * @memberof diag.Telemetry
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Telemetry.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.header != null && $Object.hasOwnProperty.call(message, "header")) {
                let error = $root.diag.Header.verify(message.header, _depth + 1);
                if (error)
                    return "header." + error;
            }
            if (message.aliases != null && $Object.hasOwnProperty.call(message, "aliases")) {
                if (!$Array.isArray(message.aliases))
                    return "aliases: array expected";
                for (let i = 0; i < message.aliases.length; ++i)
                    if (!$util.isInteger(message.aliases[i]))
                        return "aliases: integer[] expected";
            }
            if (message.values != null && $Object.hasOwnProperty.call(message, "values")) {
                if (!$Array.isArray(message.values))
                    return "values: array expected";
                for (let i = 0; i < message.values.length; ++i)
                    if (typeof message.values[i] !== "number")
                        return "values: number[] expected";
            }
            if (message.offsetsMs != null && $Object.hasOwnProperty.call(message, "offsetsMs")) {
                if (!$Array.isArray(message.offsetsMs))
                    return "offsetsMs: array expected";
                for (let i = 0; i < message.offsetsMs.length; ++i)
                    if (!$util.isInteger(message.offsetsMs[i]))
                        return "offsetsMs: integer[] expected";
            }
            if (message.texts != null && $Object.hasOwnProperty.call(message, "texts")) {
                if (!$Array.isArray(message.texts))
                    return "texts: array expected";
                for (let i = 0; i < message.texts.length; ++i) {
                    let error = $root.diag.TextSample.verify(message.texts[i], _depth + 1);
                    if (error)
                        return "texts." + error;
                }
            }
            return null;
        };

        /**
         * Creates a Telemetry message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Telemetry
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Telemetry} Telemetry
         */
        Telemetry.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Telemetry)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Telemetry: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Telemetry();
            if (object.header != null) {
                if (!$util.isObject(object.header))
                    throw $TypeError(".diag.Telemetry.header: object expected");
                message.header = $root.diag.Header.fromObject(object.header, _depth + 1);
            }
            if (object.aliases) {
                if (!$Array.isArray(object.aliases))
                    throw $TypeError(".diag.Telemetry.aliases: array expected");
                message.aliases = $Array(object.aliases.length);
                for (let i = 0; i < object.aliases.length; ++i)
                    message.aliases[i] = object.aliases[i] >>> 0;
            }
            if (object.values) {
                if (!$Array.isArray(object.values))
                    throw $TypeError(".diag.Telemetry.values: array expected");
                message.values = $Array(object.values.length);
                for (let i = 0; i < object.values.length; ++i)
                    message.values[i] = $Number(object.values[i]);
            }
            if (object.offsetsMs) {
                if (!$Array.isArray(object.offsetsMs))
                    throw $TypeError(".diag.Telemetry.offsetsMs: array expected");
                message.offsetsMs = $Array(object.offsetsMs.length);
                for (let i = 0; i < object.offsetsMs.length; ++i)
                    message.offsetsMs[i] = object.offsetsMs[i] | 0;
            }
            if (object.texts) {
                if (!$Array.isArray(object.texts))
                    throw $TypeError(".diag.Telemetry.texts: array expected");
                message.texts = $Array(object.texts.length);
                for (let i = 0; i < object.texts.length; ++i) {
                    if (!$util.isObject(object.texts[i]))
                        throw $TypeError(".diag.Telemetry.texts: object expected");
                    message.texts[i] = $root.diag.TextSample.fromObject(object.texts[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a Telemetry message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Telemetry
         * @static
         * @param {diag.Telemetry} message Telemetry
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Telemetry.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.aliases = [];
                object.values = [];
                object.offsetsMs = [];
                object.texts = [];
            }
            if (options.defaults)
                object.header = null;
            if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                object.header = $root.diag.Header.toObject(message.header, options, _depth + 1);
            if (message.aliases && message.aliases.length) {
                object.aliases = $Array(message.aliases.length);
                for (let j = 0; j < message.aliases.length; ++j)
                    object.aliases[j] = message.aliases[j];
            }
            if (message.values && message.values.length) {
                object.values = $Array(message.values.length);
                for (let j = 0; j < message.values.length; ++j)
                    object.values[j] = options.json && !$isFinite(message.values[j]) ? $String(message.values[j]) : message.values[j];
            }
            if (message.offsetsMs && message.offsetsMs.length) {
                object.offsetsMs = $Array(message.offsetsMs.length);
                for (let j = 0; j < message.offsetsMs.length; ++j)
                    object.offsetsMs[j] = message.offsetsMs[j];
            }
            if (message.texts && message.texts.length) {
                object.texts = $Array(message.texts.length);
                for (let j = 0; j < message.texts.length; ++j)
                    object.texts[j] = $root.diag.TextSample.toObject(message.texts[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this Telemetry to JSON.
         * @function toJSON
         * @memberof diag.Telemetry
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Telemetry.prototype.toJSON = function() {
            return Telemetry.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Telemetry
         * @function getTypeUrl
         * @memberof diag.Telemetry
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Telemetry.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Telemetry";
        };

        return Telemetry;
    })();

    diag.TextSample = (function() {

        /**
         * Properties of a TextSample.
         * @typedef {Object} diag.TextSample.$Properties
         * @property {number|null} [alias] TextSample alias
         * @property {string|null} [value] TextSample value
         * @property {number|null} [offsetMs] TextSample offsetMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a TextSample.
         * @memberof diag
         * @interface ITextSample
         * @augments diag.TextSample.$Properties
         * @deprecated Use diag.TextSample.$Properties instead.
         */

        /**
         * Shape of a TextSample.
         * @typedef {diag.TextSample.$Properties} diag.TextSample.$Shape
         */

        /**
         * Constructs a new TextSample.
         * @memberof diag
         * @classdesc Represents a TextSample.
         * @constructor
         * @param {diag.TextSample.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const TextSample = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * TextSample alias.
         * @member {number} alias
         * @memberof diag.TextSample
         * @instance
         */
        TextSample.prototype.alias = 0;

        /**
         * TextSample value.
         * @member {string} value
         * @memberof diag.TextSample
         * @instance
         */
        TextSample.prototype.value = "";

        /**
         * TextSample offsetMs.
         * @member {number} offsetMs
         * @memberof diag.TextSample
         * @instance
         */
        TextSample.prototype.offsetMs = 0;

        /**
         * Creates a new TextSample instance using the specified properties.
         * @function create
         * @memberof diag.TextSample
         * @static
         * @param {diag.TextSample.$Properties=} [properties] Properties to set
         * @returns {diag.TextSample} TextSample instance
         * @type {{
         *   (properties: diag.TextSample.$Shape): diag.TextSample & diag.TextSample.$Shape;
         *   (properties?: diag.TextSample.$Properties): diag.TextSample;
         * }}
         */
        TextSample.create = function(properties) {
            return new TextSample(properties);
        };

        /**
         * Encodes the specified TextSample message. Does not implicitly {@link diag.TextSample.verify|verify} messages.
         * @function encode
         * @memberof diag.TextSample
         * @static
         * @param {diag.TextSample.$Properties} message TextSample message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        TextSample.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.alias != null && $Object.hasOwnProperty.call(message, "alias") && message.alias !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.alias);
            if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.value);
            if (message.offsetMs != null && $Object.hasOwnProperty.call(message, "offsetMs") && message.offsetMs !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).sint32(message.offsetMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a TextSample message from the specified reader or buffer.
         * @function decode
         * @memberof diag.TextSample
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.TextSample & diag.TextSample.$Shape} TextSample
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        TextSample.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.TextSample();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.alias = value;
                        else
                            delete message.alias;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.value = value;
                        else
                            delete message.value;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.sint32())
                            message.offsetMs = value;
                        else
                            delete message.offsetMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a TextSample message.
         * @function verify
         * @memberof diag.TextSample
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        TextSample.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.alias != null && $Object.hasOwnProperty.call(message, "alias"))
                if (!$util.isInteger(message.alias))
                    return "alias: integer expected";
            if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                if (!$util.isString(message.value))
                    return "value: string expected";
            if (message.offsetMs != null && $Object.hasOwnProperty.call(message, "offsetMs"))
                if (!$util.isInteger(message.offsetMs))
                    return "offsetMs: integer expected";
            return null;
        };

        /**
         * Creates a TextSample message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.TextSample
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.TextSample} TextSample
         */
        TextSample.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.TextSample)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.TextSample: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.TextSample();
            if (object.alias != null)
                if ($Number(object.alias) !== 0)
                    message.alias = object.alias >>> 0;
            if (object.value != null)
                if (typeof object.value !== "string" || object.value.length)
                    message.value = $String(object.value);
            if (object.offsetMs != null)
                if ($Number(object.offsetMs) !== 0)
                    message.offsetMs = object.offsetMs | 0;
            return message;
        };

        /**
         * Creates a plain object from a TextSample message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.TextSample
         * @static
         * @param {diag.TextSample} message TextSample
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        TextSample.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.alias = 0;
                object.value = "";
                object.offsetMs = 0;
            }
            if (message.alias != null && $Object.hasOwnProperty.call(message, "alias"))
                object.alias = message.alias;
            if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                object.value = message.value;
            if (message.offsetMs != null && $Object.hasOwnProperty.call(message, "offsetMs"))
                object.offsetMs = message.offsetMs;
            return object;
        };

        /**
         * Converts this TextSample to JSON.
         * @function toJSON
         * @memberof diag.TextSample
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        TextSample.prototype.toJSON = function() {
            return TextSample.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for TextSample
         * @function getTypeUrl
         * @memberof diag.TextSample
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        TextSample.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.TextSample";
        };

        return TextSample;
    })();

    diag.ErrorReport = (function() {

        /**
         * Properties of an ErrorReport.
         * @typedef {Object} diag.ErrorReport.$Properties
         * @property {diag.Header.$Properties|null} [header] ErrorReport header
         * @property {boolean|null} [complete] ErrorReport complete
         * @property {Array.<diag.ErrorChange.$Properties>|null} [errors] ErrorReport errors
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an ErrorReport.
         * @memberof diag
         * @interface IErrorReport
         * @augments diag.ErrorReport.$Properties
         * @deprecated Use diag.ErrorReport.$Properties instead.
         */

        /**
         * Shape of an ErrorReport.
         * @typedef {diag.ErrorReport.$Properties} diag.ErrorReport.$Shape
         */

        /**
         * Constructs a new ErrorReport.
         * @memberof diag
         * @classdesc Represents an ErrorReport.
         * @constructor
         * @param {diag.ErrorReport.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ErrorReport = function (properties) {
            this.errors = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ErrorReport header.
         * @member {diag.Header.$Properties|null|undefined} header
         * @memberof diag.ErrorReport
         * @instance
         */
        ErrorReport.prototype.header = null;

        /**
         * ErrorReport complete.
         * @member {boolean} complete
         * @memberof diag.ErrorReport
         * @instance
         */
        ErrorReport.prototype.complete = false;

        /**
         * ErrorReport errors.
         * @member {Array.<diag.ErrorChange.$Properties>} errors
         * @memberof diag.ErrorReport
         * @instance
         */
        ErrorReport.prototype.errors = $util.emptyArray;

        /**
         * Creates a new ErrorReport instance using the specified properties.
         * @function create
         * @memberof diag.ErrorReport
         * @static
         * @param {diag.ErrorReport.$Properties=} [properties] Properties to set
         * @returns {diag.ErrorReport} ErrorReport instance
         * @type {{
         *   (properties: diag.ErrorReport.$Shape): diag.ErrorReport & diag.ErrorReport.$Shape;
         *   (properties?: diag.ErrorReport.$Properties): diag.ErrorReport;
         * }}
         */
        ErrorReport.create = function(properties) {
            return new ErrorReport(properties);
        };

        /**
         * Encodes the specified ErrorReport message. Does not implicitly {@link diag.ErrorReport.verify|verify} messages.
         * @function encode
         * @memberof diag.ErrorReport
         * @static
         * @param {diag.ErrorReport.$Properties} message ErrorReport message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ErrorReport.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                $root.diag.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.complete != null && $Object.hasOwnProperty.call(message, "complete") && message.complete !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.complete);
            if (message.errors != null && message.errors.length)
                for (let i = 0; i < message.errors.length; ++i)
                    $root.diag.ErrorChange.encode(message.errors[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an ErrorReport message from the specified reader or buffer.
         * @function decode
         * @memberof diag.ErrorReport
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.ErrorReport & diag.ErrorReport.$Shape} ErrorReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ErrorReport.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.ErrorReport();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.header = $root.diag.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.complete = value;
                        else
                            delete message.complete;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.errors && message.errors.length))
                            message.errors = [];
                        message.errors.push($root.diag.ErrorChange.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies an ErrorReport message.
         * @function verify
         * @memberof diag.ErrorReport
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ErrorReport.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.header != null && $Object.hasOwnProperty.call(message, "header")) {
                let error = $root.diag.Header.verify(message.header, _depth + 1);
                if (error)
                    return "header." + error;
            }
            if (message.complete != null && $Object.hasOwnProperty.call(message, "complete"))
                if (typeof message.complete !== "boolean")
                    return "complete: boolean expected";
            if (message.errors != null && $Object.hasOwnProperty.call(message, "errors")) {
                if (!$Array.isArray(message.errors))
                    return "errors: array expected";
                for (let i = 0; i < message.errors.length; ++i) {
                    let error = $root.diag.ErrorChange.verify(message.errors[i], _depth + 1);
                    if (error)
                        return "errors." + error;
                }
            }
            return null;
        };

        /**
         * Creates an ErrorReport message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.ErrorReport
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.ErrorReport} ErrorReport
         */
        ErrorReport.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.ErrorReport)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.ErrorReport: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.ErrorReport();
            if (object.header != null) {
                if (!$util.isObject(object.header))
                    throw $TypeError(".diag.ErrorReport.header: object expected");
                message.header = $root.diag.Header.fromObject(object.header, _depth + 1);
            }
            if (object.complete != null)
                if (object.complete)
                    message.complete = $Boolean(object.complete);
            if (object.errors) {
                if (!$Array.isArray(object.errors))
                    throw $TypeError(".diag.ErrorReport.errors: array expected");
                message.errors = $Array(object.errors.length);
                for (let i = 0; i < object.errors.length; ++i) {
                    if (!$util.isObject(object.errors[i]))
                        throw $TypeError(".diag.ErrorReport.errors: object expected");
                    message.errors[i] = $root.diag.ErrorChange.fromObject(object.errors[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from an ErrorReport message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.ErrorReport
         * @static
         * @param {diag.ErrorReport} message ErrorReport
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ErrorReport.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.errors = [];
            if (options.defaults) {
                object.header = null;
                object.complete = false;
            }
            if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                object.header = $root.diag.Header.toObject(message.header, options, _depth + 1);
            if (message.complete != null && $Object.hasOwnProperty.call(message, "complete"))
                object.complete = message.complete;
            if (message.errors && message.errors.length) {
                object.errors = $Array(message.errors.length);
                for (let j = 0; j < message.errors.length; ++j)
                    object.errors[j] = $root.diag.ErrorChange.toObject(message.errors[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this ErrorReport to JSON.
         * @function toJSON
         * @memberof diag.ErrorReport
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ErrorReport.prototype.toJSON = function() {
            return ErrorReport.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ErrorReport
         * @function getTypeUrl
         * @memberof diag.ErrorReport
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ErrorReport.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.ErrorReport";
        };

        return ErrorReport;
    })();

    diag.ErrorChange = (function() {

        /**
         * Properties of an ErrorChange.
         * @typedef {Object} diag.ErrorChange.$Properties
         * @property {string|null} [channel] ErrorChange channel
         * @property {number|null} [code] ErrorChange code
         * @property {boolean|null} [raised] ErrorChange raised
         * @property {string|null} [detail] ErrorChange detail
         * @property {number|null} [offsetMs] ErrorChange offsetMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an ErrorChange.
         * @memberof diag
         * @interface IErrorChange
         * @augments diag.ErrorChange.$Properties
         * @deprecated Use diag.ErrorChange.$Properties instead.
         */

        /**
         * Shape of an ErrorChange.
         * @typedef {diag.ErrorChange.$Properties} diag.ErrorChange.$Shape
         */

        /**
         * Constructs a new ErrorChange.
         * @memberof diag
         * @classdesc Represents an ErrorChange.
         * @constructor
         * @param {diag.ErrorChange.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ErrorChange = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ErrorChange channel.
         * @member {string} channel
         * @memberof diag.ErrorChange
         * @instance
         */
        ErrorChange.prototype.channel = "";

        /**
         * ErrorChange code.
         * @member {number} code
         * @memberof diag.ErrorChange
         * @instance
         */
        ErrorChange.prototype.code = 0;

        /**
         * ErrorChange raised.
         * @member {boolean} raised
         * @memberof diag.ErrorChange
         * @instance
         */
        ErrorChange.prototype.raised = false;

        /**
         * ErrorChange detail.
         * @member {string} detail
         * @memberof diag.ErrorChange
         * @instance
         */
        ErrorChange.prototype.detail = "";

        /**
         * ErrorChange offsetMs.
         * @member {number} offsetMs
         * @memberof diag.ErrorChange
         * @instance
         */
        ErrorChange.prototype.offsetMs = 0;

        /**
         * Creates a new ErrorChange instance using the specified properties.
         * @function create
         * @memberof diag.ErrorChange
         * @static
         * @param {diag.ErrorChange.$Properties=} [properties] Properties to set
         * @returns {diag.ErrorChange} ErrorChange instance
         * @type {{
         *   (properties: diag.ErrorChange.$Shape): diag.ErrorChange & diag.ErrorChange.$Shape;
         *   (properties?: diag.ErrorChange.$Properties): diag.ErrorChange;
         * }}
         */
        ErrorChange.create = function(properties) {
            return new ErrorChange(properties);
        };

        /**
         * Encodes the specified ErrorChange message. Does not implicitly {@link diag.ErrorChange.verify|verify} messages.
         * @function encode
         * @memberof diag.ErrorChange
         * @static
         * @param {diag.ErrorChange.$Properties} message ErrorChange message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ErrorChange.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.channel);
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.code);
            if (message.raised != null && $Object.hasOwnProperty.call(message, "raised") && message.raised !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.raised);
            if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.detail);
            if (message.offsetMs != null && $Object.hasOwnProperty.call(message, "offsetMs") && message.offsetMs !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).sint32(message.offsetMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an ErrorChange message from the specified reader or buffer.
         * @function decode
         * @memberof diag.ErrorChange
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.ErrorChange & diag.ErrorChange.$Shape} ErrorChange
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ErrorChange.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.ErrorChange();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.channel = value;
                        else
                            delete message.channel;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.raised = value;
                        else
                            delete message.raised;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.detail = value;
                        else
                            delete message.detail;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.sint32())
                            message.offsetMs = value;
                        else
                            delete message.offsetMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies an ErrorChange message.
         * @function verify
         * @memberof diag.ErrorChange
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ErrorChange.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                if (!$util.isString(message.channel))
                    return "channel: string expected";
            if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                if (!$util.isInteger(message.code))
                    return "code: integer expected";
            if (message.raised != null && $Object.hasOwnProperty.call(message, "raised"))
                if (typeof message.raised !== "boolean")
                    return "raised: boolean expected";
            if (message.detail != null && $Object.hasOwnProperty.call(message, "detail"))
                if (!$util.isString(message.detail))
                    return "detail: string expected";
            if (message.offsetMs != null && $Object.hasOwnProperty.call(message, "offsetMs"))
                if (!$util.isInteger(message.offsetMs))
                    return "offsetMs: integer expected";
            return null;
        };

        /**
         * Creates an ErrorChange message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.ErrorChange
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.ErrorChange} ErrorChange
         */
        ErrorChange.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.ErrorChange)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.ErrorChange: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.ErrorChange();
            if (object.channel != null)
                if (typeof object.channel !== "string" || object.channel.length)
                    message.channel = $String(object.channel);
            if (object.code != null)
                if ($Number(object.code) !== 0)
                    message.code = object.code >>> 0;
            if (object.raised != null)
                if (object.raised)
                    message.raised = $Boolean(object.raised);
            if (object.detail != null)
                if (typeof object.detail !== "string" || object.detail.length)
                    message.detail = $String(object.detail);
            if (object.offsetMs != null)
                if ($Number(object.offsetMs) !== 0)
                    message.offsetMs = object.offsetMs | 0;
            return message;
        };

        /**
         * Creates a plain object from an ErrorChange message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.ErrorChange
         * @static
         * @param {diag.ErrorChange} message ErrorChange
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ErrorChange.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.channel = "";
                object.code = 0;
                object.raised = false;
                object.detail = "";
                object.offsetMs = 0;
            }
            if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                object.channel = message.channel;
            if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                object.code = message.code;
            if (message.raised != null && $Object.hasOwnProperty.call(message, "raised"))
                object.raised = message.raised;
            if (message.detail != null && $Object.hasOwnProperty.call(message, "detail"))
                object.detail = message.detail;
            if (message.offsetMs != null && $Object.hasOwnProperty.call(message, "offsetMs"))
                object.offsetMs = message.offsetMs;
            return object;
        };

        /**
         * Converts this ErrorChange to JSON.
         * @function toJSON
         * @memberof diag.ErrorChange
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ErrorChange.prototype.toJSON = function() {
            return ErrorChange.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ErrorChange
         * @function getTypeUrl
         * @memberof diag.ErrorChange
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ErrorChange.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.ErrorChange";
        };

        return ErrorChange;
    })();

    diag.FirmwareReport = (function() {

        /**
         * Properties of a FirmwareReport.
         * @typedef {Object} diag.FirmwareReport.$Properties
         * @property {diag.Header.$Properties|null} [header] FirmwareReport header
         * @property {string|null} [state] FirmwareReport state
         * @property {string|null} [result] FirmwareReport result
         * @property {string|null} [version] FirmwareReport version
         * @property {string|null} [versionSub] FirmwareReport versionSub
         * @property {string|null} [target] FirmwareReport target
         * @property {string|null} [slotState] FirmwareReport slotState
         * @property {number|null} [progress] FirmwareReport progress
         * @property {Array.<diag.FirmwareSlot.$Properties>|null} [slots] FirmwareReport slots
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a FirmwareReport.
         * @memberof diag
         * @interface IFirmwareReport
         * @augments diag.FirmwareReport.$Properties
         * @deprecated Use diag.FirmwareReport.$Properties instead.
         */

        /**
         * Shape of a FirmwareReport.
         * @typedef {diag.FirmwareReport.$Properties} diag.FirmwareReport.$Shape
         */

        /**
         * Constructs a new FirmwareReport.
         * @memberof diag
         * @classdesc Represents a FirmwareReport.
         * @constructor
         * @param {diag.FirmwareReport.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const FirmwareReport = function (properties) {
            this.slots = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * FirmwareReport header.
         * @member {diag.Header.$Properties|null|undefined} header
         * @memberof diag.FirmwareReport
         * @instance
         */
        FirmwareReport.prototype.header = null;

        /**
         * FirmwareReport state.
         * @member {string|null|undefined} state
         * @memberof diag.FirmwareReport
         * @instance
         */
        FirmwareReport.prototype.state = null;

        /**
         * FirmwareReport result.
         * @member {string|null|undefined} result
         * @memberof diag.FirmwareReport
         * @instance
         */
        FirmwareReport.prototype.result = null;

        /**
         * FirmwareReport version.
         * @member {string|null|undefined} version
         * @memberof diag.FirmwareReport
         * @instance
         */
        FirmwareReport.prototype.version = null;

        /**
         * FirmwareReport versionSub.
         * @member {string|null|undefined} versionSub
         * @memberof diag.FirmwareReport
         * @instance
         */
        FirmwareReport.prototype.versionSub = null;

        /**
         * FirmwareReport target.
         * @member {string|null|undefined} target
         * @memberof diag.FirmwareReport
         * @instance
         */
        FirmwareReport.prototype.target = null;

        /**
         * FirmwareReport slotState.
         * @member {string|null|undefined} slotState
         * @memberof diag.FirmwareReport
         * @instance
         */
        FirmwareReport.prototype.slotState = null;

        /**
         * FirmwareReport progress.
         * @member {number|null|undefined} progress
         * @memberof diag.FirmwareReport
         * @instance
         */
        FirmwareReport.prototype.progress = null;

        /**
         * FirmwareReport slots.
         * @member {Array.<diag.FirmwareSlot.$Properties>} slots
         * @memberof diag.FirmwareReport
         * @instance
         */
        FirmwareReport.prototype.slots = $util.emptyArray;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(FirmwareReport.prototype, "_state", {
            get: $util.oneOfGetter($oneOfFields = ["state"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(FirmwareReport.prototype, "_result", {
            get: $util.oneOfGetter($oneOfFields = ["result"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(FirmwareReport.prototype, "_version", {
            get: $util.oneOfGetter($oneOfFields = ["version"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(FirmwareReport.prototype, "_versionSub", {
            get: $util.oneOfGetter($oneOfFields = ["versionSub"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(FirmwareReport.prototype, "_target", {
            get: $util.oneOfGetter($oneOfFields = ["target"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(FirmwareReport.prototype, "_slotState", {
            get: $util.oneOfGetter($oneOfFields = ["slotState"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(FirmwareReport.prototype, "_progress", {
            get: $util.oneOfGetter($oneOfFields = ["progress"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new FirmwareReport instance using the specified properties.
         * @function create
         * @memberof diag.FirmwareReport
         * @static
         * @param {diag.FirmwareReport.$Properties=} [properties] Properties to set
         * @returns {diag.FirmwareReport} FirmwareReport instance
         * @type {{
         *   (properties: diag.FirmwareReport.$Shape): diag.FirmwareReport & diag.FirmwareReport.$Shape;
         *   (properties?: diag.FirmwareReport.$Properties): diag.FirmwareReport;
         * }}
         */
        FirmwareReport.create = function(properties) {
            return new FirmwareReport(properties);
        };

        /**
         * Encodes the specified FirmwareReport message. Does not implicitly {@link diag.FirmwareReport.verify|verify} messages.
         * @function encode
         * @memberof diag.FirmwareReport
         * @static
         * @param {diag.FirmwareReport.$Properties} message FirmwareReport message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        FirmwareReport.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                $root.diag.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.state);
            if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.result);
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.version);
            if (message.versionSub != null && $Object.hasOwnProperty.call(message, "versionSub"))
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.versionSub);
            if (message.target != null && $Object.hasOwnProperty.call(message, "target"))
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.target);
            if (message.slotState != null && $Object.hasOwnProperty.call(message, "slotState"))
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.slotState);
            if (message.progress != null && $Object.hasOwnProperty.call(message, "progress"))
                writer.uint32(/* id 8, wireType 1 =*/65).double(message.progress);
            if (message.slots != null && message.slots.length)
                for (let i = 0; i < message.slots.length; ++i)
                    $root.diag.FirmwareSlot.encode(message.slots[i], writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a FirmwareReport message from the specified reader or buffer.
         * @function decode
         * @memberof diag.FirmwareReport
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.FirmwareReport & diag.FirmwareReport.$Shape} FirmwareReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        FirmwareReport.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.FirmwareReport();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.header = $root.diag.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.state = reader.stringVerify();
                        message._state = "state";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.result = reader.stringVerify();
                        message._result = "result";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.version = reader.stringVerify();
                        message._version = "version";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.versionSub = reader.stringVerify();
                        message._versionSub = "versionSub";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.target = reader.stringVerify();
                        message._target = "target";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.slotState = reader.stringVerify();
                        message._slotState = "slotState";
                        continue;
                    }
                case 8: {
                        if (wireType !== 1)
                            break;
                        message.progress = reader.double();
                        message._progress = "progress";
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        if (!(message.slots && message.slots.length))
                            message.slots = [];
                        message.slots.push($root.diag.FirmwareSlot.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a FirmwareReport message.
         * @function verify
         * @memberof diag.FirmwareReport
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        FirmwareReport.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            let properties = {};
            if (message.header != null && $Object.hasOwnProperty.call(message, "header")) {
                let error = $root.diag.Header.verify(message.header, _depth + 1);
                if (error)
                    return "header." + error;
            }
            if (message.state != null && $Object.hasOwnProperty.call(message, "state")) {
                properties._state = 1;
                if (!$util.isString(message.state))
                    return "state: string expected";
            }
            if (message.result != null && $Object.hasOwnProperty.call(message, "result")) {
                properties._result = 1;
                if (!$util.isString(message.result))
                    return "result: string expected";
            }
            if (message.version != null && $Object.hasOwnProperty.call(message, "version")) {
                properties._version = 1;
                if (!$util.isString(message.version))
                    return "version: string expected";
            }
            if (message.versionSub != null && $Object.hasOwnProperty.call(message, "versionSub")) {
                properties._versionSub = 1;
                if (!$util.isString(message.versionSub))
                    return "versionSub: string expected";
            }
            if (message.target != null && $Object.hasOwnProperty.call(message, "target")) {
                properties._target = 1;
                if (!$util.isString(message.target))
                    return "target: string expected";
            }
            if (message.slotState != null && $Object.hasOwnProperty.call(message, "slotState")) {
                properties._slotState = 1;
                if (!$util.isString(message.slotState))
                    return "slotState: string expected";
            }
            if (message.progress != null && $Object.hasOwnProperty.call(message, "progress")) {
                properties._progress = 1;
                if (typeof message.progress !== "number")
                    return "progress: number expected";
            }
            if (message.slots != null && $Object.hasOwnProperty.call(message, "slots")) {
                if (!$Array.isArray(message.slots))
                    return "slots: array expected";
                for (let i = 0; i < message.slots.length; ++i) {
                    let error = $root.diag.FirmwareSlot.verify(message.slots[i], _depth + 1);
                    if (error)
                        return "slots." + error;
                }
            }
            return null;
        };

        /**
         * Creates a FirmwareReport message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.FirmwareReport
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.FirmwareReport} FirmwareReport
         */
        FirmwareReport.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.FirmwareReport)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.FirmwareReport: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.FirmwareReport();
            if (object.header != null) {
                if (!$util.isObject(object.header))
                    throw $TypeError(".diag.FirmwareReport.header: object expected");
                message.header = $root.diag.Header.fromObject(object.header, _depth + 1);
            }
            if (object.state != null)
                message.state = $String(object.state);
            if (object.result != null)
                message.result = $String(object.result);
            if (object.version != null)
                message.version = $String(object.version);
            if (object.versionSub != null)
                message.versionSub = $String(object.versionSub);
            if (object.target != null)
                message.target = $String(object.target);
            if (object.slotState != null)
                message.slotState = $String(object.slotState);
            if (object.progress != null)
                message.progress = $Number(object.progress);
            if (object.slots) {
                if (!$Array.isArray(object.slots))
                    throw $TypeError(".diag.FirmwareReport.slots: array expected");
                message.slots = $Array(object.slots.length);
                for (let i = 0; i < object.slots.length; ++i) {
                    if (!$util.isObject(object.slots[i]))
                        throw $TypeError(".diag.FirmwareReport.slots: object expected");
                    message.slots[i] = $root.diag.FirmwareSlot.fromObject(object.slots[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a FirmwareReport message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.FirmwareReport
         * @static
         * @param {diag.FirmwareReport} message FirmwareReport
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        FirmwareReport.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.slots = [];
            if (options.defaults)
                object.header = null;
            if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                object.header = $root.diag.Header.toObject(message.header, options, _depth + 1);
            if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                object.state = message.state;
            if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                object.result = message.result;
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                object.version = message.version;
            if (message.versionSub != null && $Object.hasOwnProperty.call(message, "versionSub"))
                object.versionSub = message.versionSub;
            if (message.target != null && $Object.hasOwnProperty.call(message, "target"))
                object.target = message.target;
            if (message.slotState != null && $Object.hasOwnProperty.call(message, "slotState"))
                object.slotState = message.slotState;
            if (message.progress != null && $Object.hasOwnProperty.call(message, "progress"))
                object.progress = options.json && !$isFinite(message.progress) ? $String(message.progress) : message.progress;
            if (message.slots && message.slots.length) {
                object.slots = $Array(message.slots.length);
                for (let j = 0; j < message.slots.length; ++j)
                    object.slots[j] = $root.diag.FirmwareSlot.toObject(message.slots[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this FirmwareReport to JSON.
         * @function toJSON
         * @memberof diag.FirmwareReport
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        FirmwareReport.prototype.toJSON = function() {
            return FirmwareReport.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for FirmwareReport
         * @function getTypeUrl
         * @memberof diag.FirmwareReport
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        FirmwareReport.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.FirmwareReport";
        };

        return FirmwareReport;
    })();

    diag.FirmwareSlot = (function() {

        /**
         * Properties of a FirmwareSlot.
         * @typedef {Object} diag.FirmwareSlot.$Properties
         * @property {string|null} [name] FirmwareSlot name
         * @property {string|null} [version] FirmwareSlot version
         * @property {string|null} [state] FirmwareSlot state
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a FirmwareSlot.
         * @memberof diag
         * @interface IFirmwareSlot
         * @augments diag.FirmwareSlot.$Properties
         * @deprecated Use diag.FirmwareSlot.$Properties instead.
         */

        /**
         * Shape of a FirmwareSlot.
         * @typedef {diag.FirmwareSlot.$Properties} diag.FirmwareSlot.$Shape
         */

        /**
         * Constructs a new FirmwareSlot.
         * @memberof diag
         * @classdesc Represents a FirmwareSlot.
         * @constructor
         * @param {diag.FirmwareSlot.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const FirmwareSlot = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * FirmwareSlot name.
         * @member {string} name
         * @memberof diag.FirmwareSlot
         * @instance
         */
        FirmwareSlot.prototype.name = "";

        /**
         * FirmwareSlot version.
         * @member {string} version
         * @memberof diag.FirmwareSlot
         * @instance
         */
        FirmwareSlot.prototype.version = "";

        /**
         * FirmwareSlot state.
         * @member {string} state
         * @memberof diag.FirmwareSlot
         * @instance
         */
        FirmwareSlot.prototype.state = "";

        /**
         * Creates a new FirmwareSlot instance using the specified properties.
         * @function create
         * @memberof diag.FirmwareSlot
         * @static
         * @param {diag.FirmwareSlot.$Properties=} [properties] Properties to set
         * @returns {diag.FirmwareSlot} FirmwareSlot instance
         * @type {{
         *   (properties: diag.FirmwareSlot.$Shape): diag.FirmwareSlot & diag.FirmwareSlot.$Shape;
         *   (properties?: diag.FirmwareSlot.$Properties): diag.FirmwareSlot;
         * }}
         */
        FirmwareSlot.create = function(properties) {
            return new FirmwareSlot(properties);
        };

        /**
         * Encodes the specified FirmwareSlot message. Does not implicitly {@link diag.FirmwareSlot.verify|verify} messages.
         * @function encode
         * @memberof diag.FirmwareSlot
         * @static
         * @param {diag.FirmwareSlot.$Properties} message FirmwareSlot message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        FirmwareSlot.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.version);
            if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.state);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a FirmwareSlot message from the specified reader or buffer.
         * @function decode
         * @memberof diag.FirmwareSlot
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.FirmwareSlot & diag.FirmwareSlot.$Shape} FirmwareSlot
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        FirmwareSlot.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.FirmwareSlot();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.state = value;
                        else
                            delete message.state;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a FirmwareSlot message.
         * @function verify
         * @memberof diag.FirmwareSlot
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        FirmwareSlot.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                if (!$util.isString(message.name))
                    return "name: string expected";
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                if (!$util.isString(message.version))
                    return "version: string expected";
            if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                if (!$util.isString(message.state))
                    return "state: string expected";
            return null;
        };

        /**
         * Creates a FirmwareSlot message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.FirmwareSlot
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.FirmwareSlot} FirmwareSlot
         */
        FirmwareSlot.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.FirmwareSlot)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.FirmwareSlot: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.FirmwareSlot();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.version != null)
                if (typeof object.version !== "string" || object.version.length)
                    message.version = $String(object.version);
            if (object.state != null)
                if (typeof object.state !== "string" || object.state.length)
                    message.state = $String(object.state);
            return message;
        };

        /**
         * Creates a plain object from a FirmwareSlot message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.FirmwareSlot
         * @static
         * @param {diag.FirmwareSlot} message FirmwareSlot
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        FirmwareSlot.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.name = "";
                object.version = "";
                object.state = "";
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                object.version = message.version;
            if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                object.state = message.state;
            return object;
        };

        /**
         * Converts this FirmwareSlot to JSON.
         * @function toJSON
         * @memberof diag.FirmwareSlot
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        FirmwareSlot.prototype.toJSON = function() {
            return FirmwareSlot.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for FirmwareSlot
         * @function getTypeUrl
         * @memberof diag.FirmwareSlot
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        FirmwareSlot.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.FirmwareSlot";
        };

        return FirmwareSlot;
    })();

    diag.LogReport = (function() {

        /**
         * Properties of a LogReport.
         * @typedef {Object} diag.LogReport.$Properties
         * @property {diag.Header.$Properties|null} [header] LogReport header
         * @property {Array.<diag.LogEntry.$Properties>|null} [entries] LogReport entries
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LogReport.
         * @memberof diag
         * @interface ILogReport
         * @augments diag.LogReport.$Properties
         * @deprecated Use diag.LogReport.$Properties instead.
         */

        /**
         * Shape of a LogReport.
         * @typedef {diag.LogReport.$Properties} diag.LogReport.$Shape
         */

        /**
         * Constructs a new LogReport.
         * @memberof diag
         * @classdesc Represents a LogReport.
         * @constructor
         * @param {diag.LogReport.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LogReport = function (properties) {
            this.entries = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LogReport header.
         * @member {diag.Header.$Properties|null|undefined} header
         * @memberof diag.LogReport
         * @instance
         */
        LogReport.prototype.header = null;

        /**
         * LogReport entries.
         * @member {Array.<diag.LogEntry.$Properties>} entries
         * @memberof diag.LogReport
         * @instance
         */
        LogReport.prototype.entries = $util.emptyArray;

        /**
         * Creates a new LogReport instance using the specified properties.
         * @function create
         * @memberof diag.LogReport
         * @static
         * @param {diag.LogReport.$Properties=} [properties] Properties to set
         * @returns {diag.LogReport} LogReport instance
         * @type {{
         *   (properties: diag.LogReport.$Shape): diag.LogReport & diag.LogReport.$Shape;
         *   (properties?: diag.LogReport.$Properties): diag.LogReport;
         * }}
         */
        LogReport.create = function(properties) {
            return new LogReport(properties);
        };

        /**
         * Encodes the specified LogReport message. Does not implicitly {@link diag.LogReport.verify|verify} messages.
         * @function encode
         * @memberof diag.LogReport
         * @static
         * @param {diag.LogReport.$Properties} message LogReport message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LogReport.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                $root.diag.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.entries != null && message.entries.length)
                for (let i = 0; i < message.entries.length; ++i)
                    $root.diag.LogEntry.encode(message.entries[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LogReport message from the specified reader or buffer.
         * @function decode
         * @memberof diag.LogReport
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.LogReport & diag.LogReport.$Shape} LogReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LogReport.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.LogReport();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.header = $root.diag.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.entries && message.entries.length))
                            message.entries = [];
                        message.entries.push($root.diag.LogEntry.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a LogReport message.
         * @function verify
         * @memberof diag.LogReport
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        LogReport.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.header != null && $Object.hasOwnProperty.call(message, "header")) {
                let error = $root.diag.Header.verify(message.header, _depth + 1);
                if (error)
                    return "header." + error;
            }
            if (message.entries != null && $Object.hasOwnProperty.call(message, "entries")) {
                if (!$Array.isArray(message.entries))
                    return "entries: array expected";
                for (let i = 0; i < message.entries.length; ++i) {
                    let error = $root.diag.LogEntry.verify(message.entries[i], _depth + 1);
                    if (error)
                        return "entries." + error;
                }
            }
            return null;
        };

        /**
         * Creates a LogReport message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.LogReport
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.LogReport} LogReport
         */
        LogReport.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.LogReport)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.LogReport: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.LogReport();
            if (object.header != null) {
                if (!$util.isObject(object.header))
                    throw $TypeError(".diag.LogReport.header: object expected");
                message.header = $root.diag.Header.fromObject(object.header, _depth + 1);
            }
            if (object.entries) {
                if (!$Array.isArray(object.entries))
                    throw $TypeError(".diag.LogReport.entries: array expected");
                message.entries = $Array(object.entries.length);
                for (let i = 0; i < object.entries.length; ++i) {
                    if (!$util.isObject(object.entries[i]))
                        throw $TypeError(".diag.LogReport.entries: object expected");
                    message.entries[i] = $root.diag.LogEntry.fromObject(object.entries[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a LogReport message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.LogReport
         * @static
         * @param {diag.LogReport} message LogReport
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        LogReport.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.entries = [];
            if (options.defaults)
                object.header = null;
            if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                object.header = $root.diag.Header.toObject(message.header, options, _depth + 1);
            if (message.entries && message.entries.length) {
                object.entries = $Array(message.entries.length);
                for (let j = 0; j < message.entries.length; ++j)
                    object.entries[j] = $root.diag.LogEntry.toObject(message.entries[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this LogReport to JSON.
         * @function toJSON
         * @memberof diag.LogReport
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        LogReport.prototype.toJSON = function() {
            return LogReport.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for LogReport
         * @function getTypeUrl
         * @memberof diag.LogReport
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        LogReport.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.LogReport";
        };

        return LogReport;
    })();

    diag.LogEntry = (function() {

        /**
         * Properties of a LogEntry.
         * @typedef {Object} diag.LogEntry.$Properties
         * @property {number|null} [offsetMs] LogEntry offsetMs
         * @property {string|null} [level] LogEntry level
         * @property {string|null} [source] LogEntry source
         * @property {string|null} [text] LogEntry text
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LogEntry.
         * @memberof diag
         * @interface ILogEntry
         * @augments diag.LogEntry.$Properties
         * @deprecated Use diag.LogEntry.$Properties instead.
         */

        /**
         * Shape of a LogEntry.
         * @typedef {diag.LogEntry.$Properties} diag.LogEntry.$Shape
         */

        /**
         * Constructs a new LogEntry.
         * @memberof diag
         * @classdesc Represents a LogEntry.
         * @constructor
         * @param {diag.LogEntry.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LogEntry = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LogEntry offsetMs.
         * @member {number} offsetMs
         * @memberof diag.LogEntry
         * @instance
         */
        LogEntry.prototype.offsetMs = 0;

        /**
         * LogEntry level.
         * @member {string} level
         * @memberof diag.LogEntry
         * @instance
         */
        LogEntry.prototype.level = "";

        /**
         * LogEntry source.
         * @member {string} source
         * @memberof diag.LogEntry
         * @instance
         */
        LogEntry.prototype.source = "";

        /**
         * LogEntry text.
         * @member {string} text
         * @memberof diag.LogEntry
         * @instance
         */
        LogEntry.prototype.text = "";

        /**
         * Creates a new LogEntry instance using the specified properties.
         * @function create
         * @memberof diag.LogEntry
         * @static
         * @param {diag.LogEntry.$Properties=} [properties] Properties to set
         * @returns {diag.LogEntry} LogEntry instance
         * @type {{
         *   (properties: diag.LogEntry.$Shape): diag.LogEntry & diag.LogEntry.$Shape;
         *   (properties?: diag.LogEntry.$Properties): diag.LogEntry;
         * }}
         */
        LogEntry.create = function(properties) {
            return new LogEntry(properties);
        };

        /**
         * Encodes the specified LogEntry message. Does not implicitly {@link diag.LogEntry.verify|verify} messages.
         * @function encode
         * @memberof diag.LogEntry
         * @static
         * @param {diag.LogEntry.$Properties} message LogEntry message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LogEntry.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.offsetMs != null && $Object.hasOwnProperty.call(message, "offsetMs") && message.offsetMs !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).sint32(message.offsetMs);
            if (message.level != null && $Object.hasOwnProperty.call(message, "level") && message.level !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.level);
            if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.source);
            if (message.text != null && $Object.hasOwnProperty.call(message, "text") && message.text !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.text);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LogEntry message from the specified reader or buffer.
         * @function decode
         * @memberof diag.LogEntry
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.LogEntry & diag.LogEntry.$Shape} LogEntry
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LogEntry.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.LogEntry();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.sint32())
                            message.offsetMs = value;
                        else
                            delete message.offsetMs;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.level = value;
                        else
                            delete message.level;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.source = value;
                        else
                            delete message.source;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.text = value;
                        else
                            delete message.text;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a LogEntry message.
         * @function verify
         * @memberof diag.LogEntry
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        LogEntry.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.offsetMs != null && $Object.hasOwnProperty.call(message, "offsetMs"))
                if (!$util.isInteger(message.offsetMs))
                    return "offsetMs: integer expected";
            if (message.level != null && $Object.hasOwnProperty.call(message, "level"))
                if (!$util.isString(message.level))
                    return "level: string expected";
            if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                if (!$util.isString(message.source))
                    return "source: string expected";
            if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                if (!$util.isString(message.text))
                    return "text: string expected";
            return null;
        };

        /**
         * Creates a LogEntry message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.LogEntry
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.LogEntry} LogEntry
         */
        LogEntry.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.LogEntry)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.LogEntry: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.LogEntry();
            if (object.offsetMs != null)
                if ($Number(object.offsetMs) !== 0)
                    message.offsetMs = object.offsetMs | 0;
            if (object.level != null)
                if (typeof object.level !== "string" || object.level.length)
                    message.level = $String(object.level);
            if (object.source != null)
                if (typeof object.source !== "string" || object.source.length)
                    message.source = $String(object.source);
            if (object.text != null)
                if (typeof object.text !== "string" || object.text.length)
                    message.text = $String(object.text);
            return message;
        };

        /**
         * Creates a plain object from a LogEntry message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.LogEntry
         * @static
         * @param {diag.LogEntry} message LogEntry
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        LogEntry.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.offsetMs = 0;
                object.level = "";
                object.source = "";
                object.text = "";
            }
            if (message.offsetMs != null && $Object.hasOwnProperty.call(message, "offsetMs"))
                object.offsetMs = message.offsetMs;
            if (message.level != null && $Object.hasOwnProperty.call(message, "level"))
                object.level = message.level;
            if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                object.source = message.source;
            if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                object.text = message.text;
            return object;
        };

        /**
         * Converts this LogEntry to JSON.
         * @function toJSON
         * @memberof diag.LogEntry
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        LogEntry.prototype.toJSON = function() {
            return LogEntry.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for LogEntry
         * @function getTypeUrl
         * @memberof diag.LogEntry
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        LogEntry.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.LogEntry";
        };

        return LogEntry;
    })();

    diag.OutputReport = (function() {

        /**
         * Properties of an OutputReport.
         * @typedef {Object} diag.OutputReport.$Properties
         * @property {diag.Header.$Properties|null} [header] OutputReport header
         * @property {string|null} [executionId] OutputReport executionId
         * @property {Array.<diag.OutputField.$Properties>|null} [fields] OutputReport fields
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an OutputReport.
         * @memberof diag
         * @interface IOutputReport
         * @augments diag.OutputReport.$Properties
         * @deprecated Use diag.OutputReport.$Properties instead.
         */

        /**
         * Shape of an OutputReport.
         * @typedef {{
         *   header?: diag.Header.$Shape|null;
         *   executionId?: string|null;
         *   fields?: Array.<diag.OutputField.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} diag.OutputReport.$Shape
         */

        /**
         * Constructs a new OutputReport.
         * @memberof diag
         * @classdesc Represents an OutputReport.
         * @constructor
         * @param {diag.OutputReport.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const OutputReport = function (properties) {
            this.fields = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * OutputReport header.
         * @member {diag.Header.$Properties|null|undefined} header
         * @memberof diag.OutputReport
         * @instance
         */
        OutputReport.prototype.header = null;

        /**
         * OutputReport executionId.
         * @member {string} executionId
         * @memberof diag.OutputReport
         * @instance
         */
        OutputReport.prototype.executionId = "";

        /**
         * OutputReport fields.
         * @member {Array.<diag.OutputField.$Properties>} fields
         * @memberof diag.OutputReport
         * @instance
         */
        OutputReport.prototype.fields = $util.emptyArray;

        /**
         * Creates a new OutputReport instance using the specified properties.
         * @function create
         * @memberof diag.OutputReport
         * @static
         * @param {diag.OutputReport.$Properties=} [properties] Properties to set
         * @returns {diag.OutputReport} OutputReport instance
         * @type {{
         *   (properties: diag.OutputReport.$Shape): diag.OutputReport & diag.OutputReport.$Shape;
         *   (properties?: diag.OutputReport.$Properties): diag.OutputReport;
         * }}
         */
        OutputReport.create = function(properties) {
            return new OutputReport(properties);
        };

        /**
         * Encodes the specified OutputReport message. Does not implicitly {@link diag.OutputReport.verify|verify} messages.
         * @function encode
         * @memberof diag.OutputReport
         * @static
         * @param {diag.OutputReport.$Properties} message OutputReport message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        OutputReport.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                $root.diag.Header.encode(message.header, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId") && message.executionId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.executionId);
            if (message.fields != null && message.fields.length)
                for (let i = 0; i < message.fields.length; ++i)
                    $root.diag.OutputField.encode(message.fields[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an OutputReport message from the specified reader or buffer.
         * @function decode
         * @memberof diag.OutputReport
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.OutputReport & diag.OutputReport.$Shape} OutputReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        OutputReport.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.OutputReport();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.header = $root.diag.Header.decode(reader, reader.size(), $undefined, _depth + 1, message.header);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.executionId = value;
                        else
                            delete message.executionId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.fields && message.fields.length))
                            message.fields = [];
                        message.fields.push($root.diag.OutputField.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies an OutputReport message.
         * @function verify
         * @memberof diag.OutputReport
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        OutputReport.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.header != null && $Object.hasOwnProperty.call(message, "header")) {
                let error = $root.diag.Header.verify(message.header, _depth + 1);
                if (error)
                    return "header." + error;
            }
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId"))
                if (!$util.isString(message.executionId))
                    return "executionId: string expected";
            if (message.fields != null && $Object.hasOwnProperty.call(message, "fields")) {
                if (!$Array.isArray(message.fields))
                    return "fields: array expected";
                for (let i = 0; i < message.fields.length; ++i) {
                    let error = $root.diag.OutputField.verify(message.fields[i], _depth + 1);
                    if (error)
                        return "fields." + error;
                }
            }
            return null;
        };

        /**
         * Creates an OutputReport message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.OutputReport
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.OutputReport} OutputReport
         */
        OutputReport.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.OutputReport)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.OutputReport: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.OutputReport();
            if (object.header != null) {
                if (!$util.isObject(object.header))
                    throw $TypeError(".diag.OutputReport.header: object expected");
                message.header = $root.diag.Header.fromObject(object.header, _depth + 1);
            }
            if (object.executionId != null)
                if (typeof object.executionId !== "string" || object.executionId.length)
                    message.executionId = $String(object.executionId);
            if (object.fields) {
                if (!$Array.isArray(object.fields))
                    throw $TypeError(".diag.OutputReport.fields: array expected");
                message.fields = $Array(object.fields.length);
                for (let i = 0; i < object.fields.length; ++i) {
                    if (!$util.isObject(object.fields[i]))
                        throw $TypeError(".diag.OutputReport.fields: object expected");
                    message.fields[i] = $root.diag.OutputField.fromObject(object.fields[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from an OutputReport message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.OutputReport
         * @static
         * @param {diag.OutputReport} message OutputReport
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        OutputReport.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.fields = [];
            if (options.defaults) {
                object.header = null;
                object.executionId = "";
            }
            if (message.header != null && $Object.hasOwnProperty.call(message, "header"))
                object.header = $root.diag.Header.toObject(message.header, options, _depth + 1);
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId"))
                object.executionId = message.executionId;
            if (message.fields && message.fields.length) {
                object.fields = $Array(message.fields.length);
                for (let j = 0; j < message.fields.length; ++j)
                    object.fields[j] = $root.diag.OutputField.toObject(message.fields[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this OutputReport to JSON.
         * @function toJSON
         * @memberof diag.OutputReport
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        OutputReport.prototype.toJSON = function() {
            return OutputReport.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for OutputReport
         * @function getTypeUrl
         * @memberof diag.OutputReport
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        OutputReport.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.OutputReport";
        };

        return OutputReport;
    })();

    diag.OutputField = (function() {

        /**
         * Properties of an OutputField.
         * @typedef {Object} diag.OutputField.$Properties
         * @property {string|null} [name] OutputField name
         * @property {number|null} [number] OutputField number
         * @property {string|null} [text] OutputField text
         * @property {"number"|"text"} [value] OutputField value
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an OutputField.
         * @memberof diag
         * @interface IOutputField
         * @augments diag.OutputField.$Properties
         * @deprecated Use diag.OutputField.$Properties instead.
         */

        /**
         * Narrowed shape of an OutputField.
         * @typedef {{
         *   name?: string|null;
         *   number?: number|null;
         *   text?: string|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ value?: undefined; number?: null; text?: null }|{ value?: "number"; number: number; text?: null }|{ value?: "text"; number?: null; text: string })
         * )} diag.OutputField.$Shape
         */

        /**
         * Constructs a new OutputField.
         * @memberof diag
         * @classdesc Represents an OutputField.
         * @constructor
         * @param {diag.OutputField.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const OutputField = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * OutputField name.
         * @member {string} name
         * @memberof diag.OutputField
         * @instance
         */
        OutputField.prototype.name = "";

        /**
         * OutputField number.
         * @member {number|null|undefined} number
         * @memberof diag.OutputField
         * @instance
         */
        OutputField.prototype.number = null;

        /**
         * OutputField text.
         * @member {string|null|undefined} text
         * @memberof diag.OutputField
         * @instance
         */
        OutputField.prototype.text = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * OutputField value.
         * @member {"number"|"text"|undefined} value
         * @memberof diag.OutputField
         * @instance
         */
        $Object.defineProperty(OutputField.prototype, "value", {
            get: $util.oneOfGetter($oneOfFields = ["number", "text"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new OutputField instance using the specified properties.
         * @function create
         * @memberof diag.OutputField
         * @static
         * @param {diag.OutputField.$Properties=} [properties] Properties to set
         * @returns {diag.OutputField} OutputField instance
         * @type {{
         *   (properties: diag.OutputField.$Shape): diag.OutputField & diag.OutputField.$Shape;
         *   (properties?: diag.OutputField.$Properties): diag.OutputField;
         * }}
         */
        OutputField.create = function(properties) {
            return new OutputField(properties);
        };

        /**
         * Encodes the specified OutputField message. Does not implicitly {@link diag.OutputField.verify|verify} messages.
         * @function encode
         * @memberof diag.OutputField
         * @static
         * @param {diag.OutputField.$Properties} message OutputField message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        OutputField.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.number != null && $Object.hasOwnProperty.call(message, "number"))
                writer.uint32(/* id 2, wireType 1 =*/17).double(message.number);
            if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.text);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an OutputField message from the specified reader or buffer.
         * @function decode
         * @memberof diag.OutputField
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.OutputField & diag.OutputField.$Shape} OutputField
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        OutputField.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.OutputField();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 1)
                            break;
                        message.number = reader.double();
                        message.value = "number";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.text = reader.stringVerify();
                        message.value = "text";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies an OutputField message.
         * @function verify
         * @memberof diag.OutputField
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        OutputField.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            let properties = {};
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                if (!$util.isString(message.name))
                    return "name: string expected";
            if (message.number != null && $Object.hasOwnProperty.call(message, "number")) {
                properties.value = 1;
                if (typeof message.number !== "number")
                    return "number: number expected";
            }
            if (message.text != null && $Object.hasOwnProperty.call(message, "text")) {
                if (properties.value === 1)
                    return "value: multiple values";
                properties.value = 1;
                if (!$util.isString(message.text))
                    return "text: string expected";
            }
            return null;
        };

        /**
         * Creates an OutputField message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.OutputField
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.OutputField} OutputField
         */
        OutputField.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.OutputField)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.OutputField: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.OutputField();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.number != null)
                message.number = $Number(object.number);
            if (object.text != null)
                message.text = $String(object.text);
            return message;
        };

        /**
         * Creates a plain object from an OutputField message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.OutputField
         * @static
         * @param {diag.OutputField} message OutputField
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        OutputField.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                object.name = "";
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.number != null && $Object.hasOwnProperty.call(message, "number")) {
                object.number = options.json && !$isFinite(message.number) ? $String(message.number) : message.number;
                if (options.oneofs)
                    object.value = "number";
            }
            if (message.text != null && $Object.hasOwnProperty.call(message, "text")) {
                object.text = message.text;
                if (options.oneofs)
                    object.value = "text";
            }
            return object;
        };

        /**
         * Converts this OutputField to JSON.
         * @function toJSON
         * @memberof diag.OutputField
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        OutputField.prototype.toJSON = function() {
            return OutputField.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for OutputField
         * @function getTypeUrl
         * @memberof diag.OutputField
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        OutputField.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.OutputField";
        };

        return OutputField;
    })();

    diag.ConsentState = (function() {

        /**
         * Properties of a ConsentState.
         * @typedef {Object} diag.ConsentState.$Properties
         * @property {number|Long|null} [epoch] ConsentState epoch
         * @property {Array.<diag.DataClass>|null} [classes] ConsentState classes
         * @property {Array.<diag.OperationClass>|null} [operationClasses] ConsentState operationClasses
         * @property {boolean|null} [backlog] ConsentState backlog
         * @property {Array.<diag.GrantNotice.$Properties>|null} [grants] ConsentState grants
         * @property {Array.<diag.PendingRequest.$Properties>|null} [pending] ConsentState pending
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ConsentState.
         * @memberof diag
         * @interface IConsentState
         * @augments diag.ConsentState.$Properties
         * @deprecated Use diag.ConsentState.$Properties instead.
         */

        /**
         * Shape of a ConsentState.
         * @typedef {diag.ConsentState.$Properties} diag.ConsentState.$Shape
         */

        /**
         * Constructs a new ConsentState.
         * @memberof diag
         * @classdesc Represents a ConsentState.
         * @constructor
         * @param {diag.ConsentState.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ConsentState = function (properties) {
            this.classes = [];
            this.operationClasses = [];
            this.grants = [];
            this.pending = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ConsentState epoch.
         * @member {number|Long} epoch
         * @memberof diag.ConsentState
         * @instance
         */
        ConsentState.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ConsentState classes.
         * @member {Array.<diag.DataClass>} classes
         * @memberof diag.ConsentState
         * @instance
         */
        ConsentState.prototype.classes = $util.emptyArray;

        /**
         * ConsentState operationClasses.
         * @member {Array.<diag.OperationClass>} operationClasses
         * @memberof diag.ConsentState
         * @instance
         */
        ConsentState.prototype.operationClasses = $util.emptyArray;

        /**
         * ConsentState backlog.
         * @member {boolean} backlog
         * @memberof diag.ConsentState
         * @instance
         */
        ConsentState.prototype.backlog = false;

        /**
         * ConsentState grants.
         * @member {Array.<diag.GrantNotice.$Properties>} grants
         * @memberof diag.ConsentState
         * @instance
         */
        ConsentState.prototype.grants = $util.emptyArray;

        /**
         * ConsentState pending.
         * @member {Array.<diag.PendingRequest.$Properties>} pending
         * @memberof diag.ConsentState
         * @instance
         */
        ConsentState.prototype.pending = $util.emptyArray;

        /**
         * Creates a new ConsentState instance using the specified properties.
         * @function create
         * @memberof diag.ConsentState
         * @static
         * @param {diag.ConsentState.$Properties=} [properties] Properties to set
         * @returns {diag.ConsentState} ConsentState instance
         * @type {{
         *   (properties: diag.ConsentState.$Shape): diag.ConsentState & diag.ConsentState.$Shape;
         *   (properties?: diag.ConsentState.$Properties): diag.ConsentState;
         * }}
         */
        ConsentState.create = function(properties) {
            return new ConsentState(properties);
        };

        /**
         * Encodes the specified ConsentState message. Does not implicitly {@link diag.ConsentState.verify|verify} messages.
         * @function encode
         * @memberof diag.ConsentState
         * @static
         * @param {diag.ConsentState.$Properties} message ConsentState message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ConsentState.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.epoch);
            if (message.classes != null && message.classes.length)
                writer.uint32(/* id 2, wireType 2 =*/18).int32s(message.classes);
            if (message.operationClasses != null && message.operationClasses.length)
                writer.uint32(/* id 3, wireType 2 =*/26).int32s(message.operationClasses);
            if (message.backlog != null && $Object.hasOwnProperty.call(message, "backlog") && message.backlog !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.backlog);
            if (message.grants != null && message.grants.length)
                for (let i = 0; i < message.grants.length; ++i)
                    $root.diag.GrantNotice.encode(message.grants[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.pending != null && message.pending.length)
                for (let i = 0; i < message.pending.length; ++i)
                    $root.diag.PendingRequest.encode(message.pending[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ConsentState message from the specified reader or buffer.
         * @function decode
         * @memberof diag.ConsentState
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.ConsentState & diag.ConsentState.$Shape} ConsentState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ConsentState.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.ConsentState();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 2: {
                        if (wireType === 2) {
                            if (!(message.classes && message.classes.length))
                                message.classes = [];
                            reader.int32s(message.classes);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.classes && message.classes.length))
                            message.classes = [];
                        message.classes.push(reader.int32());
                        continue;
                    }
                case 3: {
                        if (wireType === 2) {
                            if (!(message.operationClasses && message.operationClasses.length))
                                message.operationClasses = [];
                            reader.int32s(message.operationClasses);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.operationClasses && message.operationClasses.length))
                            message.operationClasses = [];
                        message.operationClasses.push(reader.int32());
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.backlog = value;
                        else
                            delete message.backlog;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.grants && message.grants.length))
                            message.grants = [];
                        message.grants.push($root.diag.GrantNotice.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (!(message.pending && message.pending.length))
                            message.pending = [];
                        message.pending.push($root.diag.PendingRequest.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a ConsentState message.
         * @function verify
         * @memberof diag.ConsentState
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ConsentState.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                if (!$util.isInteger(message.epoch) && !(message.epoch && $util.isInteger(message.epoch.low) && $util.isInteger(message.epoch.high)))
                    return "epoch: integer|Long expected";
            if (message.classes != null && $Object.hasOwnProperty.call(message, "classes")) {
                if (!$Array.isArray(message.classes))
                    return "classes: array expected";
                for (let i = 0; i < message.classes.length; ++i)
                    if (typeof message.classes[i] !== "number" || (message.classes[i] | 0) !== message.classes[i])
                        return "classes: enum value[] expected";
            }
            if (message.operationClasses != null && $Object.hasOwnProperty.call(message, "operationClasses")) {
                if (!$Array.isArray(message.operationClasses))
                    return "operationClasses: array expected";
                for (let i = 0; i < message.operationClasses.length; ++i)
                    if (typeof message.operationClasses[i] !== "number" || (message.operationClasses[i] | 0) !== message.operationClasses[i])
                        return "operationClasses: enum value[] expected";
            }
            if (message.backlog != null && $Object.hasOwnProperty.call(message, "backlog"))
                if (typeof message.backlog !== "boolean")
                    return "backlog: boolean expected";
            if (message.grants != null && $Object.hasOwnProperty.call(message, "grants")) {
                if (!$Array.isArray(message.grants))
                    return "grants: array expected";
                for (let i = 0; i < message.grants.length; ++i) {
                    let error = $root.diag.GrantNotice.verify(message.grants[i], _depth + 1);
                    if (error)
                        return "grants." + error;
                }
            }
            if (message.pending != null && $Object.hasOwnProperty.call(message, "pending")) {
                if (!$Array.isArray(message.pending))
                    return "pending: array expected";
                for (let i = 0; i < message.pending.length; ++i) {
                    let error = $root.diag.PendingRequest.verify(message.pending[i], _depth + 1);
                    if (error)
                        return "pending." + error;
                }
            }
            return null;
        };

        /**
         * Creates a ConsentState message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.ConsentState
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.ConsentState} ConsentState
         */
        ConsentState.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.ConsentState)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.ConsentState: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.ConsentState();
            if (object.epoch != null)
                if (typeof object.epoch === "object" ? object.epoch.low || object.epoch.high : $Number(object.epoch) !== 0)
                    if ($util.Long)
                        message.epoch = $util.Long.fromValue(object.epoch, true);
                    else if (typeof object.epoch === "string")
                        message.epoch = $parseInt(object.epoch, 10);
                    else if (typeof object.epoch === "number")
                        message.epoch = object.epoch;
                    else if (typeof object.epoch === "object")
                        message.epoch = new $util.LongBits(object.epoch.low >>> 0, object.epoch.high >>> 0).toNumber(true);
            if (object.classes) {
                if (!$Array.isArray(object.classes))
                    throw $TypeError(".diag.ConsentState.classes: array expected");
                message.classes = [];
                for (let i = 0; i < object.classes.length; ++i)
                    switch (object.classes[i]) {
                    case "DATA_CLASS_UNSPECIFIED":
                    case 0:
                        message.classes[message.classes.length] = 0;
                        break;
                    case "DATA_CLASS_STATUS":
                    case 1:
                        message.classes[message.classes.length] = 1;
                        break;
                    case "DATA_CLASS_ERRORS":
                    case 2:
                        message.classes[message.classes.length] = 2;
                        break;
                    case "DATA_CLASS_FIRMWARE":
                    case 3:
                        message.classes[message.classes.length] = 3;
                        break;
                    case "DATA_CLASS_TELEMETRY":
                    case 4:
                        message.classes[message.classes.length] = 4;
                        break;
                    case "DATA_CLASS_NETWORK":
                    case 5:
                        message.classes[message.classes.length] = 5;
                        break;
                    case "DATA_CLASS_SPACE":
                    case 6:
                        message.classes[message.classes.length] = 6;
                        break;
                    case "DATA_CLASS_LOGS":
                    case 7:
                        message.classes[message.classes.length] = 7;
                        break;
                    default:
                        if (typeof object.classes[i] === "number" && (object.classes[i] | 0) === object.classes[i])
                            message.classes[message.classes.length] = object.classes[i];
                    }
            }
            if (object.operationClasses) {
                if (!$Array.isArray(object.operationClasses))
                    throw $TypeError(".diag.ConsentState.operationClasses: array expected");
                message.operationClasses = [];
                for (let i = 0; i < object.operationClasses.length; ++i)
                    switch (object.operationClasses[i]) {
                    case "OPERATION_CLASS_UNSPECIFIED":
                    case 0:
                        message.operationClasses[message.operationClasses.length] = 0;
                        break;
                    case "OPERATION_CLASS_TEST":
                    case 1:
                        message.operationClasses[message.operationClasses.length] = 1;
                        break;
                    case "OPERATION_CLASS_ADJUST":
                    case 2:
                        message.operationClasses[message.operationClasses.length] = 2;
                        break;
                    case "OPERATION_CLASS_UPDATE":
                    case 3:
                        message.operationClasses[message.operationClasses.length] = 3;
                        break;
                    case "OPERATION_CLASS_RESET":
                    case 4:
                        message.operationClasses[message.operationClasses.length] = 4;
                        break;
                    default:
                        if (typeof object.operationClasses[i] === "number" && (object.operationClasses[i] | 0) === object.operationClasses[i])
                            message.operationClasses[message.operationClasses.length] = object.operationClasses[i];
                    }
            }
            if (object.backlog != null)
                if (object.backlog)
                    message.backlog = $Boolean(object.backlog);
            if (object.grants) {
                if (!$Array.isArray(object.grants))
                    throw $TypeError(".diag.ConsentState.grants: array expected");
                message.grants = $Array(object.grants.length);
                for (let i = 0; i < object.grants.length; ++i) {
                    if (!$util.isObject(object.grants[i]))
                        throw $TypeError(".diag.ConsentState.grants: object expected");
                    message.grants[i] = $root.diag.GrantNotice.fromObject(object.grants[i], _depth + 1);
                }
            }
            if (object.pending) {
                if (!$Array.isArray(object.pending))
                    throw $TypeError(".diag.ConsentState.pending: array expected");
                message.pending = $Array(object.pending.length);
                for (let i = 0; i < object.pending.length; ++i) {
                    if (!$util.isObject(object.pending[i]))
                        throw $TypeError(".diag.ConsentState.pending: object expected");
                    message.pending[i] = $root.diag.PendingRequest.fromObject(object.pending[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a ConsentState message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.ConsentState
         * @static
         * @param {diag.ConsentState} message ConsentState
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ConsentState.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.classes = [];
                object.operationClasses = [];
                object.grants = [];
                object.pending = [];
            }
            if (options.defaults) {
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.epoch = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.epoch = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.backlog = false;
            }
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.epoch = typeof message.epoch === "number" ? $BigInt(message.epoch) : $util.Long.fromBits(message.epoch.low >>> 0, message.epoch.high >>> 0, true).toBigInt();
                else if (typeof message.epoch === "number")
                    object.epoch = options.longs === $String ? $String(message.epoch) : message.epoch;
                else
                    object.epoch = options.longs === $String ? $util.Long.prototype.toString.call(message.epoch) : options.longs === $Number ? new $util.LongBits(message.epoch.low >>> 0, message.epoch.high >>> 0).toNumber(true) : message.epoch;
            if (message.classes && message.classes.length) {
                object.classes = $Array(message.classes.length);
                for (let j = 0; j < message.classes.length; ++j)
                    object.classes[j] = options.enums === $String ? $root.diag.DataClass[message.classes[j]] === $undefined ? message.classes[j] : $root.diag.DataClass[message.classes[j]] : message.classes[j];
            }
            if (message.operationClasses && message.operationClasses.length) {
                object.operationClasses = $Array(message.operationClasses.length);
                for (let j = 0; j < message.operationClasses.length; ++j)
                    object.operationClasses[j] = options.enums === $String ? $root.diag.OperationClass[message.operationClasses[j]] === $undefined ? message.operationClasses[j] : $root.diag.OperationClass[message.operationClasses[j]] : message.operationClasses[j];
            }
            if (message.backlog != null && $Object.hasOwnProperty.call(message, "backlog"))
                object.backlog = message.backlog;
            if (message.grants && message.grants.length) {
                object.grants = $Array(message.grants.length);
                for (let j = 0; j < message.grants.length; ++j)
                    object.grants[j] = $root.diag.GrantNotice.toObject(message.grants[j], options, _depth + 1);
            }
            if (message.pending && message.pending.length) {
                object.pending = $Array(message.pending.length);
                for (let j = 0; j < message.pending.length; ++j)
                    object.pending[j] = $root.diag.PendingRequest.toObject(message.pending[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this ConsentState to JSON.
         * @function toJSON
         * @memberof diag.ConsentState
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ConsentState.prototype.toJSON = function() {
            return ConsentState.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ConsentState
         * @function getTypeUrl
         * @memberof diag.ConsentState
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ConsentState.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.ConsentState";
        };

        return ConsentState;
    })();

    diag.GrantNotice = (function() {

        /**
         * Properties of a GrantNotice.
         * @typedef {Object} diag.GrantNotice.$Properties
         * @property {string|null} [grantId] GrantNotice grantId
         * @property {string|null} [agent] GrantNotice agent
         * @property {Array.<diag.DataClass>|null} [classes] GrantNotice classes
         * @property {Array.<diag.OperationClass>|null} [operationClasses] GrantNotice operationClasses
         * @property {number|null} [expiresInMs] GrantNotice expiresInMs
         * @property {string|null} [purpose] GrantNotice purpose
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GrantNotice.
         * @memberof diag
         * @interface IGrantNotice
         * @augments diag.GrantNotice.$Properties
         * @deprecated Use diag.GrantNotice.$Properties instead.
         */

        /**
         * Shape of a GrantNotice.
         * @typedef {diag.GrantNotice.$Properties} diag.GrantNotice.$Shape
         */

        /**
         * Constructs a new GrantNotice.
         * @memberof diag
         * @classdesc Represents a GrantNotice.
         * @constructor
         * @param {diag.GrantNotice.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GrantNotice = function (properties) {
            this.classes = [];
            this.operationClasses = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GrantNotice grantId.
         * @member {string} grantId
         * @memberof diag.GrantNotice
         * @instance
         */
        GrantNotice.prototype.grantId = "";

        /**
         * GrantNotice agent.
         * @member {string} agent
         * @memberof diag.GrantNotice
         * @instance
         */
        GrantNotice.prototype.agent = "";

        /**
         * GrantNotice classes.
         * @member {Array.<diag.DataClass>} classes
         * @memberof diag.GrantNotice
         * @instance
         */
        GrantNotice.prototype.classes = $util.emptyArray;

        /**
         * GrantNotice operationClasses.
         * @member {Array.<diag.OperationClass>} operationClasses
         * @memberof diag.GrantNotice
         * @instance
         */
        GrantNotice.prototype.operationClasses = $util.emptyArray;

        /**
         * GrantNotice expiresInMs.
         * @member {number} expiresInMs
         * @memberof diag.GrantNotice
         * @instance
         */
        GrantNotice.prototype.expiresInMs = 0;

        /**
         * GrantNotice purpose.
         * @member {string} purpose
         * @memberof diag.GrantNotice
         * @instance
         */
        GrantNotice.prototype.purpose = "";

        /**
         * Creates a new GrantNotice instance using the specified properties.
         * @function create
         * @memberof diag.GrantNotice
         * @static
         * @param {diag.GrantNotice.$Properties=} [properties] Properties to set
         * @returns {diag.GrantNotice} GrantNotice instance
         * @type {{
         *   (properties: diag.GrantNotice.$Shape): diag.GrantNotice & diag.GrantNotice.$Shape;
         *   (properties?: diag.GrantNotice.$Properties): diag.GrantNotice;
         * }}
         */
        GrantNotice.create = function(properties) {
            return new GrantNotice(properties);
        };

        /**
         * Encodes the specified GrantNotice message. Does not implicitly {@link diag.GrantNotice.verify|verify} messages.
         * @function encode
         * @memberof diag.GrantNotice
         * @static
         * @param {diag.GrantNotice.$Properties} message GrantNotice message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GrantNotice.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.grantId != null && $Object.hasOwnProperty.call(message, "grantId") && message.grantId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.grantId);
            if (message.agent != null && $Object.hasOwnProperty.call(message, "agent") && message.agent !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.agent);
            if (message.classes != null && message.classes.length)
                writer.uint32(/* id 3, wireType 2 =*/26).int32s(message.classes);
            if (message.operationClasses != null && message.operationClasses.length)
                writer.uint32(/* id 4, wireType 2 =*/34).int32s(message.operationClasses);
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs") && message.expiresInMs !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.expiresInMs);
            if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose") && message.purpose !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.purpose);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GrantNotice message from the specified reader or buffer.
         * @function decode
         * @memberof diag.GrantNotice
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.GrantNotice & diag.GrantNotice.$Shape} GrantNotice
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GrantNotice.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.GrantNotice();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.grantId = value;
                        else
                            delete message.grantId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.agent = value;
                        else
                            delete message.agent;
                        continue;
                    }
                case 3: {
                        if (wireType === 2) {
                            if (!(message.classes && message.classes.length))
                                message.classes = [];
                            reader.int32s(message.classes);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.classes && message.classes.length))
                            message.classes = [];
                        message.classes.push(reader.int32());
                        continue;
                    }
                case 4: {
                        if (wireType === 2) {
                            if (!(message.operationClasses && message.operationClasses.length))
                                message.operationClasses = [];
                            reader.int32s(message.operationClasses);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.operationClasses && message.operationClasses.length))
                            message.operationClasses = [];
                        message.operationClasses.push(reader.int32());
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.expiresInMs = value;
                        else
                            delete message.expiresInMs;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.purpose = value;
                        else
                            delete message.purpose;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a GrantNotice message.
         * @function verify
         * @memberof diag.GrantNotice
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        GrantNotice.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.grantId != null && $Object.hasOwnProperty.call(message, "grantId"))
                if (!$util.isString(message.grantId))
                    return "grantId: string expected";
            if (message.agent != null && $Object.hasOwnProperty.call(message, "agent"))
                if (!$util.isString(message.agent))
                    return "agent: string expected";
            if (message.classes != null && $Object.hasOwnProperty.call(message, "classes")) {
                if (!$Array.isArray(message.classes))
                    return "classes: array expected";
                for (let i = 0; i < message.classes.length; ++i)
                    if (typeof message.classes[i] !== "number" || (message.classes[i] | 0) !== message.classes[i])
                        return "classes: enum value[] expected";
            }
            if (message.operationClasses != null && $Object.hasOwnProperty.call(message, "operationClasses")) {
                if (!$Array.isArray(message.operationClasses))
                    return "operationClasses: array expected";
                for (let i = 0; i < message.operationClasses.length; ++i)
                    if (typeof message.operationClasses[i] !== "number" || (message.operationClasses[i] | 0) !== message.operationClasses[i])
                        return "operationClasses: enum value[] expected";
            }
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs"))
                if (!$util.isInteger(message.expiresInMs))
                    return "expiresInMs: integer expected";
            if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose"))
                if (!$util.isString(message.purpose))
                    return "purpose: string expected";
            return null;
        };

        /**
         * Creates a GrantNotice message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.GrantNotice
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.GrantNotice} GrantNotice
         */
        GrantNotice.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.GrantNotice)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.GrantNotice: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.GrantNotice();
            if (object.grantId != null)
                if (typeof object.grantId !== "string" || object.grantId.length)
                    message.grantId = $String(object.grantId);
            if (object.agent != null)
                if (typeof object.agent !== "string" || object.agent.length)
                    message.agent = $String(object.agent);
            if (object.classes) {
                if (!$Array.isArray(object.classes))
                    throw $TypeError(".diag.GrantNotice.classes: array expected");
                message.classes = [];
                for (let i = 0; i < object.classes.length; ++i)
                    switch (object.classes[i]) {
                    case "DATA_CLASS_UNSPECIFIED":
                    case 0:
                        message.classes[message.classes.length] = 0;
                        break;
                    case "DATA_CLASS_STATUS":
                    case 1:
                        message.classes[message.classes.length] = 1;
                        break;
                    case "DATA_CLASS_ERRORS":
                    case 2:
                        message.classes[message.classes.length] = 2;
                        break;
                    case "DATA_CLASS_FIRMWARE":
                    case 3:
                        message.classes[message.classes.length] = 3;
                        break;
                    case "DATA_CLASS_TELEMETRY":
                    case 4:
                        message.classes[message.classes.length] = 4;
                        break;
                    case "DATA_CLASS_NETWORK":
                    case 5:
                        message.classes[message.classes.length] = 5;
                        break;
                    case "DATA_CLASS_SPACE":
                    case 6:
                        message.classes[message.classes.length] = 6;
                        break;
                    case "DATA_CLASS_LOGS":
                    case 7:
                        message.classes[message.classes.length] = 7;
                        break;
                    default:
                        if (typeof object.classes[i] === "number" && (object.classes[i] | 0) === object.classes[i])
                            message.classes[message.classes.length] = object.classes[i];
                    }
            }
            if (object.operationClasses) {
                if (!$Array.isArray(object.operationClasses))
                    throw $TypeError(".diag.GrantNotice.operationClasses: array expected");
                message.operationClasses = [];
                for (let i = 0; i < object.operationClasses.length; ++i)
                    switch (object.operationClasses[i]) {
                    case "OPERATION_CLASS_UNSPECIFIED":
                    case 0:
                        message.operationClasses[message.operationClasses.length] = 0;
                        break;
                    case "OPERATION_CLASS_TEST":
                    case 1:
                        message.operationClasses[message.operationClasses.length] = 1;
                        break;
                    case "OPERATION_CLASS_ADJUST":
                    case 2:
                        message.operationClasses[message.operationClasses.length] = 2;
                        break;
                    case "OPERATION_CLASS_UPDATE":
                    case 3:
                        message.operationClasses[message.operationClasses.length] = 3;
                        break;
                    case "OPERATION_CLASS_RESET":
                    case 4:
                        message.operationClasses[message.operationClasses.length] = 4;
                        break;
                    default:
                        if (typeof object.operationClasses[i] === "number" && (object.operationClasses[i] | 0) === object.operationClasses[i])
                            message.operationClasses[message.operationClasses.length] = object.operationClasses[i];
                    }
            }
            if (object.expiresInMs != null)
                if ($Number(object.expiresInMs) !== 0)
                    message.expiresInMs = object.expiresInMs >>> 0;
            if (object.purpose != null)
                if (typeof object.purpose !== "string" || object.purpose.length)
                    message.purpose = $String(object.purpose);
            return message;
        };

        /**
         * Creates a plain object from a GrantNotice message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.GrantNotice
         * @static
         * @param {diag.GrantNotice} message GrantNotice
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        GrantNotice.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.classes = [];
                object.operationClasses = [];
            }
            if (options.defaults) {
                object.grantId = "";
                object.agent = "";
                object.expiresInMs = 0;
                object.purpose = "";
            }
            if (message.grantId != null && $Object.hasOwnProperty.call(message, "grantId"))
                object.grantId = message.grantId;
            if (message.agent != null && $Object.hasOwnProperty.call(message, "agent"))
                object.agent = message.agent;
            if (message.classes && message.classes.length) {
                object.classes = $Array(message.classes.length);
                for (let j = 0; j < message.classes.length; ++j)
                    object.classes[j] = options.enums === $String ? $root.diag.DataClass[message.classes[j]] === $undefined ? message.classes[j] : $root.diag.DataClass[message.classes[j]] : message.classes[j];
            }
            if (message.operationClasses && message.operationClasses.length) {
                object.operationClasses = $Array(message.operationClasses.length);
                for (let j = 0; j < message.operationClasses.length; ++j)
                    object.operationClasses[j] = options.enums === $String ? $root.diag.OperationClass[message.operationClasses[j]] === $undefined ? message.operationClasses[j] : $root.diag.OperationClass[message.operationClasses[j]] : message.operationClasses[j];
            }
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs"))
                object.expiresInMs = message.expiresInMs;
            if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose"))
                object.purpose = message.purpose;
            return object;
        };

        /**
         * Converts this GrantNotice to JSON.
         * @function toJSON
         * @memberof diag.GrantNotice
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        GrantNotice.prototype.toJSON = function() {
            return GrantNotice.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for GrantNotice
         * @function getTypeUrl
         * @memberof diag.GrantNotice
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        GrantNotice.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.GrantNotice";
        };

        return GrantNotice;
    })();

    diag.PendingRequest = (function() {

        /**
         * Properties of a PendingRequest.
         * @typedef {Object} diag.PendingRequest.$Properties
         * @property {string|null} [requestId] PendingRequest requestId
         * @property {string|null} [brand] PendingRequest brand
         * @property {string|null} [agent] PendingRequest agent
         * @property {Array.<diag.DataClass>|null} [classes] PendingRequest classes
         * @property {Array.<string>|null} [wordsZh] PendingRequest wordsZh
         * @property {number|null} [expiresInMs] PendingRequest expiresInMs
         * @property {Array.<string>|null} [wordsEn] PendingRequest wordsEn
         * @property {string|null} [purpose] PendingRequest purpose
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a PendingRequest.
         * @memberof diag
         * @interface IPendingRequest
         * @augments diag.PendingRequest.$Properties
         * @deprecated Use diag.PendingRequest.$Properties instead.
         */

        /**
         * Shape of a PendingRequest.
         * @typedef {diag.PendingRequest.$Properties} diag.PendingRequest.$Shape
         */

        /**
         * Constructs a new PendingRequest.
         * @memberof diag
         * @classdesc Represents a PendingRequest.
         * @constructor
         * @param {diag.PendingRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const PendingRequest = function (properties) {
            this.classes = [];
            this.wordsZh = [];
            this.wordsEn = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * PendingRequest requestId.
         * @member {string} requestId
         * @memberof diag.PendingRequest
         * @instance
         */
        PendingRequest.prototype.requestId = "";

        /**
         * PendingRequest brand.
         * @member {string} brand
         * @memberof diag.PendingRequest
         * @instance
         */
        PendingRequest.prototype.brand = "";

        /**
         * PendingRequest agent.
         * @member {string} agent
         * @memberof diag.PendingRequest
         * @instance
         */
        PendingRequest.prototype.agent = "";

        /**
         * PendingRequest classes.
         * @member {Array.<diag.DataClass>} classes
         * @memberof diag.PendingRequest
         * @instance
         */
        PendingRequest.prototype.classes = $util.emptyArray;

        /**
         * PendingRequest wordsZh.
         * @member {Array.<string>} wordsZh
         * @memberof diag.PendingRequest
         * @instance
         */
        PendingRequest.prototype.wordsZh = $util.emptyArray;

        /**
         * PendingRequest expiresInMs.
         * @member {number} expiresInMs
         * @memberof diag.PendingRequest
         * @instance
         */
        PendingRequest.prototype.expiresInMs = 0;

        /**
         * PendingRequest wordsEn.
         * @member {Array.<string>} wordsEn
         * @memberof diag.PendingRequest
         * @instance
         */
        PendingRequest.prototype.wordsEn = $util.emptyArray;

        /**
         * PendingRequest purpose.
         * @member {string} purpose
         * @memberof diag.PendingRequest
         * @instance
         */
        PendingRequest.prototype.purpose = "";

        /**
         * Creates a new PendingRequest instance using the specified properties.
         * @function create
         * @memberof diag.PendingRequest
         * @static
         * @param {diag.PendingRequest.$Properties=} [properties] Properties to set
         * @returns {diag.PendingRequest} PendingRequest instance
         * @type {{
         *   (properties: diag.PendingRequest.$Shape): diag.PendingRequest & diag.PendingRequest.$Shape;
         *   (properties?: diag.PendingRequest.$Properties): diag.PendingRequest;
         * }}
         */
        PendingRequest.create = function(properties) {
            return new PendingRequest(properties);
        };

        /**
         * Encodes the specified PendingRequest message. Does not implicitly {@link diag.PendingRequest.verify|verify} messages.
         * @function encode
         * @memberof diag.PendingRequest
         * @static
         * @param {diag.PendingRequest.$Properties} message PendingRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        PendingRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && message.requestId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.requestId);
            if (message.brand != null && $Object.hasOwnProperty.call(message, "brand") && message.brand !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.brand);
            if (message.agent != null && $Object.hasOwnProperty.call(message, "agent") && message.agent !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.agent);
            if (message.classes != null && message.classes.length)
                writer.uint32(/* id 4, wireType 2 =*/34).int32s(message.classes);
            if (message.wordsZh != null && message.wordsZh.length)
                for (let i = 0; i < message.wordsZh.length; ++i)
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.wordsZh[i]);
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs") && message.expiresInMs !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.expiresInMs);
            if (message.wordsEn != null && message.wordsEn.length)
                for (let i = 0; i < message.wordsEn.length; ++i)
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.wordsEn[i]);
            if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose") && message.purpose !== "")
                writer.uint32(/* id 8, wireType 2 =*/66).string(message.purpose);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a PendingRequest message from the specified reader or buffer.
         * @function decode
         * @memberof diag.PendingRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.PendingRequest & diag.PendingRequest.$Shape} PendingRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        PendingRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.PendingRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.requestId = value;
                        else
                            delete message.requestId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.brand = value;
                        else
                            delete message.brand;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.agent = value;
                        else
                            delete message.agent;
                        continue;
                    }
                case 4: {
                        if (wireType === 2) {
                            if (!(message.classes && message.classes.length))
                                message.classes = [];
                            reader.int32s(message.classes);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.classes && message.classes.length))
                            message.classes = [];
                        message.classes.push(reader.int32());
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.wordsZh && message.wordsZh.length))
                            message.wordsZh = [];
                        message.wordsZh.push(reader.stringVerify());
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.expiresInMs = value;
                        else
                            delete message.expiresInMs;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.wordsEn && message.wordsEn.length))
                            message.wordsEn = [];
                        message.wordsEn.push(reader.stringVerify());
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.purpose = value;
                        else
                            delete message.purpose;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a PendingRequest message.
         * @function verify
         * @memberof diag.PendingRequest
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        PendingRequest.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                if (!$util.isString(message.requestId))
                    return "requestId: string expected";
            if (message.brand != null && $Object.hasOwnProperty.call(message, "brand"))
                if (!$util.isString(message.brand))
                    return "brand: string expected";
            if (message.agent != null && $Object.hasOwnProperty.call(message, "agent"))
                if (!$util.isString(message.agent))
                    return "agent: string expected";
            if (message.classes != null && $Object.hasOwnProperty.call(message, "classes")) {
                if (!$Array.isArray(message.classes))
                    return "classes: array expected";
                for (let i = 0; i < message.classes.length; ++i)
                    if (typeof message.classes[i] !== "number" || (message.classes[i] | 0) !== message.classes[i])
                        return "classes: enum value[] expected";
            }
            if (message.wordsZh != null && $Object.hasOwnProperty.call(message, "wordsZh")) {
                if (!$Array.isArray(message.wordsZh))
                    return "wordsZh: array expected";
                for (let i = 0; i < message.wordsZh.length; ++i)
                    if (!$util.isString(message.wordsZh[i]))
                        return "wordsZh: string[] expected";
            }
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs"))
                if (!$util.isInteger(message.expiresInMs))
                    return "expiresInMs: integer expected";
            if (message.wordsEn != null && $Object.hasOwnProperty.call(message, "wordsEn")) {
                if (!$Array.isArray(message.wordsEn))
                    return "wordsEn: array expected";
                for (let i = 0; i < message.wordsEn.length; ++i)
                    if (!$util.isString(message.wordsEn[i]))
                        return "wordsEn: string[] expected";
            }
            if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose"))
                if (!$util.isString(message.purpose))
                    return "purpose: string expected";
            return null;
        };

        /**
         * Creates a PendingRequest message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.PendingRequest
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.PendingRequest} PendingRequest
         */
        PendingRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.PendingRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.PendingRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.PendingRequest();
            if (object.requestId != null)
                if (typeof object.requestId !== "string" || object.requestId.length)
                    message.requestId = $String(object.requestId);
            if (object.brand != null)
                if (typeof object.brand !== "string" || object.brand.length)
                    message.brand = $String(object.brand);
            if (object.agent != null)
                if (typeof object.agent !== "string" || object.agent.length)
                    message.agent = $String(object.agent);
            if (object.classes) {
                if (!$Array.isArray(object.classes))
                    throw $TypeError(".diag.PendingRequest.classes: array expected");
                message.classes = [];
                for (let i = 0; i < object.classes.length; ++i)
                    switch (object.classes[i]) {
                    case "DATA_CLASS_UNSPECIFIED":
                    case 0:
                        message.classes[message.classes.length] = 0;
                        break;
                    case "DATA_CLASS_STATUS":
                    case 1:
                        message.classes[message.classes.length] = 1;
                        break;
                    case "DATA_CLASS_ERRORS":
                    case 2:
                        message.classes[message.classes.length] = 2;
                        break;
                    case "DATA_CLASS_FIRMWARE":
                    case 3:
                        message.classes[message.classes.length] = 3;
                        break;
                    case "DATA_CLASS_TELEMETRY":
                    case 4:
                        message.classes[message.classes.length] = 4;
                        break;
                    case "DATA_CLASS_NETWORK":
                    case 5:
                        message.classes[message.classes.length] = 5;
                        break;
                    case "DATA_CLASS_SPACE":
                    case 6:
                        message.classes[message.classes.length] = 6;
                        break;
                    case "DATA_CLASS_LOGS":
                    case 7:
                        message.classes[message.classes.length] = 7;
                        break;
                    default:
                        if (typeof object.classes[i] === "number" && (object.classes[i] | 0) === object.classes[i])
                            message.classes[message.classes.length] = object.classes[i];
                    }
            }
            if (object.wordsZh) {
                if (!$Array.isArray(object.wordsZh))
                    throw $TypeError(".diag.PendingRequest.wordsZh: array expected");
                message.wordsZh = $Array(object.wordsZh.length);
                for (let i = 0; i < object.wordsZh.length; ++i)
                    message.wordsZh[i] = $String(object.wordsZh[i]);
            }
            if (object.expiresInMs != null)
                if ($Number(object.expiresInMs) !== 0)
                    message.expiresInMs = object.expiresInMs >>> 0;
            if (object.wordsEn) {
                if (!$Array.isArray(object.wordsEn))
                    throw $TypeError(".diag.PendingRequest.wordsEn: array expected");
                message.wordsEn = $Array(object.wordsEn.length);
                for (let i = 0; i < object.wordsEn.length; ++i)
                    message.wordsEn[i] = $String(object.wordsEn[i]);
            }
            if (object.purpose != null)
                if (typeof object.purpose !== "string" || object.purpose.length)
                    message.purpose = $String(object.purpose);
            return message;
        };

        /**
         * Creates a plain object from a PendingRequest message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.PendingRequest
         * @static
         * @param {diag.PendingRequest} message PendingRequest
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        PendingRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.classes = [];
                object.wordsZh = [];
                object.wordsEn = [];
            }
            if (options.defaults) {
                object.requestId = "";
                object.brand = "";
                object.agent = "";
                object.expiresInMs = 0;
                object.purpose = "";
            }
            if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId"))
                object.requestId = message.requestId;
            if (message.brand != null && $Object.hasOwnProperty.call(message, "brand"))
                object.brand = message.brand;
            if (message.agent != null && $Object.hasOwnProperty.call(message, "agent"))
                object.agent = message.agent;
            if (message.classes && message.classes.length) {
                object.classes = $Array(message.classes.length);
                for (let j = 0; j < message.classes.length; ++j)
                    object.classes[j] = options.enums === $String ? $root.diag.DataClass[message.classes[j]] === $undefined ? message.classes[j] : $root.diag.DataClass[message.classes[j]] : message.classes[j];
            }
            if (message.wordsZh && message.wordsZh.length) {
                object.wordsZh = $Array(message.wordsZh.length);
                for (let j = 0; j < message.wordsZh.length; ++j)
                    object.wordsZh[j] = message.wordsZh[j];
            }
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs"))
                object.expiresInMs = message.expiresInMs;
            if (message.wordsEn && message.wordsEn.length) {
                object.wordsEn = $Array(message.wordsEn.length);
                for (let j = 0; j < message.wordsEn.length; ++j)
                    object.wordsEn[j] = message.wordsEn[j];
            }
            if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose"))
                object.purpose = message.purpose;
            return object;
        };

        /**
         * Converts this PendingRequest to JSON.
         * @function toJSON
         * @memberof diag.PendingRequest
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        PendingRequest.prototype.toJSON = function() {
            return PendingRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for PendingRequest
         * @function getTypeUrl
         * @memberof diag.PendingRequest
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        PendingRequest.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.PendingRequest";
        };

        return PendingRequest;
    })();

    diag.LiveLease = (function() {

        /**
         * Properties of a LiveLease.
         * @typedef {Object} diag.LiveLease.$Properties
         * @property {Array.<diag.DataClass>|null} [classes] LiveLease classes
         * @property {number|null} [ttlMs] LiveLease ttlMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LiveLease.
         * @memberof diag
         * @interface ILiveLease
         * @augments diag.LiveLease.$Properties
         * @deprecated Use diag.LiveLease.$Properties instead.
         */

        /**
         * Shape of a LiveLease.
         * @typedef {diag.LiveLease.$Properties} diag.LiveLease.$Shape
         */

        /**
         * Constructs a new LiveLease.
         * @memberof diag
         * @classdesc Represents a LiveLease.
         * @constructor
         * @param {diag.LiveLease.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LiveLease = function (properties) {
            this.classes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LiveLease classes.
         * @member {Array.<diag.DataClass>} classes
         * @memberof diag.LiveLease
         * @instance
         */
        LiveLease.prototype.classes = $util.emptyArray;

        /**
         * LiveLease ttlMs.
         * @member {number} ttlMs
         * @memberof diag.LiveLease
         * @instance
         */
        LiveLease.prototype.ttlMs = 0;

        /**
         * Creates a new LiveLease instance using the specified properties.
         * @function create
         * @memberof diag.LiveLease
         * @static
         * @param {diag.LiveLease.$Properties=} [properties] Properties to set
         * @returns {diag.LiveLease} LiveLease instance
         * @type {{
         *   (properties: diag.LiveLease.$Shape): diag.LiveLease & diag.LiveLease.$Shape;
         *   (properties?: diag.LiveLease.$Properties): diag.LiveLease;
         * }}
         */
        LiveLease.create = function(properties) {
            return new LiveLease(properties);
        };

        /**
         * Encodes the specified LiveLease message. Does not implicitly {@link diag.LiveLease.verify|verify} messages.
         * @function encode
         * @memberof diag.LiveLease
         * @static
         * @param {diag.LiveLease.$Properties} message LiveLease message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LiveLease.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.classes != null && message.classes.length)
                writer.uint32(/* id 1, wireType 2 =*/10).int32s(message.classes);
            if (message.ttlMs != null && $Object.hasOwnProperty.call(message, "ttlMs") && message.ttlMs !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.ttlMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LiveLease message from the specified reader or buffer.
         * @function decode
         * @memberof diag.LiveLease
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.LiveLease & diag.LiveLease.$Shape} LiveLease
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LiveLease.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.LiveLease();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType === 2) {
                            if (!(message.classes && message.classes.length))
                                message.classes = [];
                            reader.int32s(message.classes);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.classes && message.classes.length))
                            message.classes = [];
                        message.classes.push(reader.int32());
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.ttlMs = value;
                        else
                            delete message.ttlMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a LiveLease message.
         * @function verify
         * @memberof diag.LiveLease
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        LiveLease.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.classes != null && $Object.hasOwnProperty.call(message, "classes")) {
                if (!$Array.isArray(message.classes))
                    return "classes: array expected";
                for (let i = 0; i < message.classes.length; ++i)
                    if (typeof message.classes[i] !== "number" || (message.classes[i] | 0) !== message.classes[i])
                        return "classes: enum value[] expected";
            }
            if (message.ttlMs != null && $Object.hasOwnProperty.call(message, "ttlMs"))
                if (!$util.isInteger(message.ttlMs))
                    return "ttlMs: integer expected";
            return null;
        };

        /**
         * Creates a LiveLease message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.LiveLease
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.LiveLease} LiveLease
         */
        LiveLease.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.LiveLease)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.LiveLease: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.LiveLease();
            if (object.classes) {
                if (!$Array.isArray(object.classes))
                    throw $TypeError(".diag.LiveLease.classes: array expected");
                message.classes = [];
                for (let i = 0; i < object.classes.length; ++i)
                    switch (object.classes[i]) {
                    case "DATA_CLASS_UNSPECIFIED":
                    case 0:
                        message.classes[message.classes.length] = 0;
                        break;
                    case "DATA_CLASS_STATUS":
                    case 1:
                        message.classes[message.classes.length] = 1;
                        break;
                    case "DATA_CLASS_ERRORS":
                    case 2:
                        message.classes[message.classes.length] = 2;
                        break;
                    case "DATA_CLASS_FIRMWARE":
                    case 3:
                        message.classes[message.classes.length] = 3;
                        break;
                    case "DATA_CLASS_TELEMETRY":
                    case 4:
                        message.classes[message.classes.length] = 4;
                        break;
                    case "DATA_CLASS_NETWORK":
                    case 5:
                        message.classes[message.classes.length] = 5;
                        break;
                    case "DATA_CLASS_SPACE":
                    case 6:
                        message.classes[message.classes.length] = 6;
                        break;
                    case "DATA_CLASS_LOGS":
                    case 7:
                        message.classes[message.classes.length] = 7;
                        break;
                    default:
                        if (typeof object.classes[i] === "number" && (object.classes[i] | 0) === object.classes[i])
                            message.classes[message.classes.length] = object.classes[i];
                    }
            }
            if (object.ttlMs != null)
                if ($Number(object.ttlMs) !== 0)
                    message.ttlMs = object.ttlMs >>> 0;
            return message;
        };

        /**
         * Creates a plain object from a LiveLease message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.LiveLease
         * @static
         * @param {diag.LiveLease} message LiveLease
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        LiveLease.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.classes = [];
            if (options.defaults)
                object.ttlMs = 0;
            if (message.classes && message.classes.length) {
                object.classes = $Array(message.classes.length);
                for (let j = 0; j < message.classes.length; ++j)
                    object.classes[j] = options.enums === $String ? $root.diag.DataClass[message.classes[j]] === $undefined ? message.classes[j] : $root.diag.DataClass[message.classes[j]] : message.classes[j];
            }
            if (message.ttlMs != null && $Object.hasOwnProperty.call(message, "ttlMs"))
                object.ttlMs = message.ttlMs;
            return object;
        };

        /**
         * Converts this LiveLease to JSON.
         * @function toJSON
         * @memberof diag.LiveLease
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        LiveLease.prototype.toJSON = function() {
            return LiveLease.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for LiveLease
         * @function getTypeUrl
         * @memberof diag.LiveLease
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        LiveLease.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.LiveLease";
        };

        return LiveLease;
    })();

    diag.Operation = (function() {

        /**
         * Properties of an Operation.
         * @typedef {Object} diag.Operation.$Properties
         * @property {string|null} [executionId] Operation executionId
         * @property {string|null} [name] Operation name
         * @property {Array.<diag.Argument.$Properties>|null} ["arguments"] Operation arguments
         * @property {diag.OperationToken.$Properties|null} [token] Operation token
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Operation.
         * @memberof diag
         * @interface IOperation
         * @augments diag.Operation.$Properties
         * @deprecated Use diag.Operation.$Properties instead.
         */

        /**
         * Shape of an Operation.
         * @typedef {diag.Operation.$Properties} diag.Operation.$Shape
         */

        /**
         * Constructs a new Operation.
         * @memberof diag
         * @classdesc Represents an Operation.
         * @constructor
         * @param {diag.Operation.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Operation = function (properties) {
            this["arguments"] = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Operation executionId.
         * @member {string} executionId
         * @memberof diag.Operation
         * @instance
         */
        Operation.prototype.executionId = "";

        /**
         * Operation name.
         * @member {string} name
         * @memberof diag.Operation
         * @instance
         */
        Operation.prototype.name = "";

        /**
         * Operation arguments.
         * @member {Array.<diag.Argument.$Properties>} arguments
         * @memberof diag.Operation
         * @instance
         */
        Operation.prototype["arguments"] = $util.emptyArray;

        /**
         * Operation token.
         * @member {diag.OperationToken.$Properties|null|undefined} token
         * @memberof diag.Operation
         * @instance
         */
        Operation.prototype.token = null;

        /**
         * Creates a new Operation instance using the specified properties.
         * @function create
         * @memberof diag.Operation
         * @static
         * @param {diag.Operation.$Properties=} [properties] Properties to set
         * @returns {diag.Operation} Operation instance
         * @type {{
         *   (properties: diag.Operation.$Shape): diag.Operation & diag.Operation.$Shape;
         *   (properties?: diag.Operation.$Properties): diag.Operation;
         * }}
         */
        Operation.create = function(properties) {
            return new Operation(properties);
        };

        /**
         * Encodes the specified Operation message. Does not implicitly {@link diag.Operation.verify|verify} messages.
         * @function encode
         * @memberof diag.Operation
         * @static
         * @param {diag.Operation.$Properties} message Operation message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Operation.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId") && message.executionId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.executionId);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
            if (message["arguments"] != null && message["arguments"].length)
                for (let i = 0; i < message["arguments"].length; ++i)
                    $root.diag.Argument.encode(message["arguments"][i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                $root.diag.OperationToken.encode(message.token, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Operation message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Operation
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Operation & diag.Operation.$Shape} Operation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Operation.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Operation();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.executionId = value;
                        else
                            delete message.executionId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message["arguments"] && message["arguments"].length))
                            message["arguments"] = [];
                        message["arguments"].push($root.diag.Argument.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.token = $root.diag.OperationToken.decode(reader, reader.size(), $undefined, _depth + 1, message.token);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies an Operation message.
         * @function verify
         * @memberof diag.Operation
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Operation.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId"))
                if (!$util.isString(message.executionId))
                    return "executionId: string expected";
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                if (!$util.isString(message.name))
                    return "name: string expected";
            if (message["arguments"] != null && $Object.hasOwnProperty.call(message, "arguments")) {
                if (!$Array.isArray(message["arguments"]))
                    return "arguments: array expected";
                for (let i = 0; i < message["arguments"].length; ++i) {
                    let error = $root.diag.Argument.verify(message["arguments"][i], _depth + 1);
                    if (error)
                        return "arguments." + error;
                }
            }
            if (message.token != null && $Object.hasOwnProperty.call(message, "token")) {
                let error = $root.diag.OperationToken.verify(message.token, _depth + 1);
                if (error)
                    return "token." + error;
            }
            return null;
        };

        /**
         * Creates an Operation message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Operation
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Operation} Operation
         */
        Operation.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Operation)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Operation: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Operation();
            if (object.executionId != null)
                if (typeof object.executionId !== "string" || object.executionId.length)
                    message.executionId = $String(object.executionId);
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object["arguments"]) {
                if (!$Array.isArray(object["arguments"]))
                    throw $TypeError(".diag.Operation.arguments: array expected");
                message["arguments"] = $Array(object["arguments"].length);
                for (let i = 0; i < object["arguments"].length; ++i) {
                    if (!$util.isObject(object["arguments"][i]))
                        throw $TypeError(".diag.Operation.arguments: object expected");
                    message["arguments"][i] = $root.diag.Argument.fromObject(object["arguments"][i], _depth + 1);
                }
            }
            if (object.token != null) {
                if (!$util.isObject(object.token))
                    throw $TypeError(".diag.Operation.token: object expected");
                message.token = $root.diag.OperationToken.fromObject(object.token, _depth + 1);
            }
            return message;
        };

        /**
         * Creates a plain object from an Operation message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Operation
         * @static
         * @param {diag.Operation} message Operation
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Operation.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object["arguments"] = [];
            if (options.defaults) {
                object.executionId = "";
                object.name = "";
                object.token = null;
            }
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId"))
                object.executionId = message.executionId;
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message["arguments"] && message["arguments"].length) {
                object["arguments"] = $Array(message["arguments"].length);
                for (let j = 0; j < message["arguments"].length; ++j)
                    object["arguments"][j] = $root.diag.Argument.toObject(message["arguments"][j], options, _depth + 1);
            }
            if (message.token != null && $Object.hasOwnProperty.call(message, "token"))
                object.token = $root.diag.OperationToken.toObject(message.token, options, _depth + 1);
            return object;
        };

        /**
         * Converts this Operation to JSON.
         * @function toJSON
         * @memberof diag.Operation
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Operation.prototype.toJSON = function() {
            return Operation.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Operation
         * @function getTypeUrl
         * @memberof diag.Operation
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Operation.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Operation";
        };

        return Operation;
    })();

    diag.Argument = (function() {

        /**
         * Properties of an Argument.
         * @typedef {Object} diag.Argument.$Properties
         * @property {string|null} [name] Argument name
         * @property {string|null} [value] Argument value
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Argument.
         * @memberof diag
         * @interface IArgument
         * @augments diag.Argument.$Properties
         * @deprecated Use diag.Argument.$Properties instead.
         */

        /**
         * Shape of an Argument.
         * @typedef {diag.Argument.$Properties} diag.Argument.$Shape
         */

        /**
         * Constructs a new Argument.
         * @memberof diag
         * @classdesc Represents an Argument.
         * @constructor
         * @param {diag.Argument.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Argument = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Argument name.
         * @member {string} name
         * @memberof diag.Argument
         * @instance
         */
        Argument.prototype.name = "";

        /**
         * Argument value.
         * @member {string} value
         * @memberof diag.Argument
         * @instance
         */
        Argument.prototype.value = "";

        /**
         * Creates a new Argument instance using the specified properties.
         * @function create
         * @memberof diag.Argument
         * @static
         * @param {diag.Argument.$Properties=} [properties] Properties to set
         * @returns {diag.Argument} Argument instance
         * @type {{
         *   (properties: diag.Argument.$Shape): diag.Argument & diag.Argument.$Shape;
         *   (properties?: diag.Argument.$Properties): diag.Argument;
         * }}
         */
        Argument.create = function(properties) {
            return new Argument(properties);
        };

        /**
         * Encodes the specified Argument message. Does not implicitly {@link diag.Argument.verify|verify} messages.
         * @function encode
         * @memberof diag.Argument
         * @static
         * @param {diag.Argument.$Properties} message Argument message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Argument.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.value);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Argument message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Argument
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Argument & diag.Argument.$Shape} Argument
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Argument.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Argument();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.value = value;
                        else
                            delete message.value;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies an Argument message.
         * @function verify
         * @memberof diag.Argument
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Argument.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                if (!$util.isString(message.name))
                    return "name: string expected";
            if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                if (!$util.isString(message.value))
                    return "value: string expected";
            return null;
        };

        /**
         * Creates an Argument message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Argument
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Argument} Argument
         */
        Argument.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Argument)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Argument: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Argument();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.value != null)
                if (typeof object.value !== "string" || object.value.length)
                    message.value = $String(object.value);
            return message;
        };

        /**
         * Creates a plain object from an Argument message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Argument
         * @static
         * @param {diag.Argument} message Argument
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Argument.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.name = "";
                object.value = "";
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                object.value = message.value;
            return object;
        };

        /**
         * Converts this Argument to JSON.
         * @function toJSON
         * @memberof diag.Argument
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Argument.prototype.toJSON = function() {
            return Argument.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Argument
         * @function getTypeUrl
         * @memberof diag.Argument
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Argument.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Argument";
        };

        return Argument;
    })();

    diag.OperationToken = (function() {

        /**
         * Properties of an OperationToken.
         * @typedef {Object} diag.OperationToken.$Properties
         * @property {Uint8Array|null} [claims] OperationToken claims
         * @property {Uint8Array|null} [signature] OperationToken signature
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an OperationToken.
         * @memberof diag
         * @interface IOperationToken
         * @augments diag.OperationToken.$Properties
         * @deprecated Use diag.OperationToken.$Properties instead.
         */

        /**
         * Shape of an OperationToken.
         * @typedef {diag.OperationToken.$Properties} diag.OperationToken.$Shape
         */

        /**
         * Constructs a new OperationToken.
         * @memberof diag
         * @classdesc Represents an OperationToken.
         * @constructor
         * @param {diag.OperationToken.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const OperationToken = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * OperationToken claims.
         * @member {Uint8Array} claims
         * @memberof diag.OperationToken
         * @instance
         */
        OperationToken.prototype.claims = $util.newBuffer([]);

        /**
         * OperationToken signature.
         * @member {Uint8Array} signature
         * @memberof diag.OperationToken
         * @instance
         */
        OperationToken.prototype.signature = $util.newBuffer([]);

        /**
         * Creates a new OperationToken instance using the specified properties.
         * @function create
         * @memberof diag.OperationToken
         * @static
         * @param {diag.OperationToken.$Properties=} [properties] Properties to set
         * @returns {diag.OperationToken} OperationToken instance
         * @type {{
         *   (properties: diag.OperationToken.$Shape): diag.OperationToken & diag.OperationToken.$Shape;
         *   (properties?: diag.OperationToken.$Properties): diag.OperationToken;
         * }}
         */
        OperationToken.create = function(properties) {
            return new OperationToken(properties);
        };

        /**
         * Encodes the specified OperationToken message. Does not implicitly {@link diag.OperationToken.verify|verify} messages.
         * @function encode
         * @memberof diag.OperationToken
         * @static
         * @param {diag.OperationToken.$Properties} message OperationToken message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        OperationToken.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.claims != null && $Object.hasOwnProperty.call(message, "claims") && message.claims.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.claims);
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an OperationToken message from the specified reader or buffer.
         * @function decode
         * @memberof diag.OperationToken
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.OperationToken & diag.OperationToken.$Shape} OperationToken
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        OperationToken.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.OperationToken();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.claims = value;
                        else
                            delete message.claims;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.signature = value;
                        else
                            delete message.signature;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies an OperationToken message.
         * @function verify
         * @memberof diag.OperationToken
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        OperationToken.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.claims != null && $Object.hasOwnProperty.call(message, "claims"))
                if (!(message.claims && typeof message.claims.length === "number" || $util.isString(message.claims)))
                    return "claims: buffer expected";
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                if (!(message.signature && typeof message.signature.length === "number" || $util.isString(message.signature)))
                    return "signature: buffer expected";
            return null;
        };

        /**
         * Creates an OperationToken message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.OperationToken
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.OperationToken} OperationToken
         */
        OperationToken.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.OperationToken)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.OperationToken: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.OperationToken();
            if (object.claims != null)
                if (object.claims.length)
                    if (typeof object.claims === "string")
                        $util.base64.decode(object.claims, message.claims = $util.newBuffer($util.base64.length(object.claims)), 0);
                    else if (object.claims.length >= 0)
                        message.claims = object.claims;
            if (object.signature != null)
                if (object.signature.length)
                    if (typeof object.signature === "string")
                        $util.base64.decode(object.signature, message.signature = $util.newBuffer($util.base64.length(object.signature)), 0);
                    else if (object.signature.length >= 0)
                        message.signature = object.signature;
            return message;
        };

        /**
         * Creates a plain object from an OperationToken message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.OperationToken
         * @static
         * @param {diag.OperationToken} message OperationToken
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        OperationToken.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                if (options.bytes === $String)
                    object.claims = "";
                else {
                    object.claims = [];
                    if (options.bytes !== $Array)
                        object.claims = $util.newBuffer(object.claims);
                }
                if (options.bytes === $String)
                    object.signature = "";
                else {
                    object.signature = [];
                    if (options.bytes !== $Array)
                        object.signature = $util.newBuffer(object.signature);
                }
            }
            if (message.claims != null && $Object.hasOwnProperty.call(message, "claims"))
                object.claims = options.bytes === $String ? $util.base64.encode(message.claims, 0, message.claims.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.claims) : message.claims;
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                object.signature = options.bytes === $String ? $util.base64.encode(message.signature, 0, message.signature.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.signature) : message.signature;
            return object;
        };

        /**
         * Converts this OperationToken to JSON.
         * @function toJSON
         * @memberof diag.OperationToken
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        OperationToken.prototype.toJSON = function() {
            return OperationToken.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for OperationToken
         * @function getTypeUrl
         * @memberof diag.OperationToken
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        OperationToken.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.OperationToken";
        };

        return OperationToken;
    })();

    diag.OperationClaims = (function() {

        /**
         * Properties of an OperationClaims.
         * @typedef {Object} diag.OperationClaims.$Properties
         * @property {string|null} [deviceId] OperationClaims deviceId
         * @property {string|null} [executionId] OperationClaims executionId
         * @property {string|null} [name] OperationClaims name
         * @property {string|null} [grantId] OperationClaims grantId
         * @property {number|Long|null} [epoch] OperationClaims epoch
         * @property {Uint8Array|null} [nonce] OperationClaims nonce
         * @property {number|null} [ttlMs] OperationClaims ttlMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an OperationClaims.
         * @memberof diag
         * @interface IOperationClaims
         * @augments diag.OperationClaims.$Properties
         * @deprecated Use diag.OperationClaims.$Properties instead.
         */

        /**
         * Shape of an OperationClaims.
         * @typedef {diag.OperationClaims.$Properties} diag.OperationClaims.$Shape
         */

        /**
         * Constructs a new OperationClaims.
         * @memberof diag
         * @classdesc Represents an OperationClaims.
         * @constructor
         * @param {diag.OperationClaims.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const OperationClaims = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * OperationClaims deviceId.
         * @member {string} deviceId
         * @memberof diag.OperationClaims
         * @instance
         */
        OperationClaims.prototype.deviceId = "";

        /**
         * OperationClaims executionId.
         * @member {string} executionId
         * @memberof diag.OperationClaims
         * @instance
         */
        OperationClaims.prototype.executionId = "";

        /**
         * OperationClaims name.
         * @member {string} name
         * @memberof diag.OperationClaims
         * @instance
         */
        OperationClaims.prototype.name = "";

        /**
         * OperationClaims grantId.
         * @member {string} grantId
         * @memberof diag.OperationClaims
         * @instance
         */
        OperationClaims.prototype.grantId = "";

        /**
         * OperationClaims epoch.
         * @member {number|Long} epoch
         * @memberof diag.OperationClaims
         * @instance
         */
        OperationClaims.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * OperationClaims nonce.
         * @member {Uint8Array} nonce
         * @memberof diag.OperationClaims
         * @instance
         */
        OperationClaims.prototype.nonce = $util.newBuffer([]);

        /**
         * OperationClaims ttlMs.
         * @member {number} ttlMs
         * @memberof diag.OperationClaims
         * @instance
         */
        OperationClaims.prototype.ttlMs = 0;

        /**
         * Creates a new OperationClaims instance using the specified properties.
         * @function create
         * @memberof diag.OperationClaims
         * @static
         * @param {diag.OperationClaims.$Properties=} [properties] Properties to set
         * @returns {diag.OperationClaims} OperationClaims instance
         * @type {{
         *   (properties: diag.OperationClaims.$Shape): diag.OperationClaims & diag.OperationClaims.$Shape;
         *   (properties?: diag.OperationClaims.$Properties): diag.OperationClaims;
         * }}
         */
        OperationClaims.create = function(properties) {
            return new OperationClaims(properties);
        };

        /**
         * Encodes the specified OperationClaims message. Does not implicitly {@link diag.OperationClaims.verify|verify} messages.
         * @function encode
         * @memberof diag.OperationClaims
         * @static
         * @param {diag.OperationClaims.$Properties} message OperationClaims message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        OperationClaims.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId") && message.deviceId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.deviceId);
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId") && message.executionId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.executionId);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.name);
            if (message.grantId != null && $Object.hasOwnProperty.call(message, "grantId") && message.grantId !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.grantId);
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch") && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.epoch);
            if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.nonce);
            if (message.ttlMs != null && $Object.hasOwnProperty.call(message, "ttlMs") && message.ttlMs !== 0)
                writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.ttlMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an OperationClaims message from the specified reader or buffer.
         * @function decode
         * @memberof diag.OperationClaims
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.OperationClaims & diag.OperationClaims.$Shape} OperationClaims
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        OperationClaims.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.OperationClaims();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.deviceId = value;
                        else
                            delete message.deviceId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.executionId = value;
                        else
                            delete message.executionId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.grantId = value;
                        else
                            delete message.grantId;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.epoch = value;
                        else
                            delete message.epoch;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.nonce = value;
                        else
                            delete message.nonce;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.ttlMs = value;
                        else
                            delete message.ttlMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies an OperationClaims message.
         * @function verify
         * @memberof diag.OperationClaims
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        OperationClaims.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId"))
                if (!$util.isString(message.deviceId))
                    return "deviceId: string expected";
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId"))
                if (!$util.isString(message.executionId))
                    return "executionId: string expected";
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                if (!$util.isString(message.name))
                    return "name: string expected";
            if (message.grantId != null && $Object.hasOwnProperty.call(message, "grantId"))
                if (!$util.isString(message.grantId))
                    return "grantId: string expected";
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                if (!$util.isInteger(message.epoch) && !(message.epoch && $util.isInteger(message.epoch.low) && $util.isInteger(message.epoch.high)))
                    return "epoch: integer|Long expected";
            if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                if (!(message.nonce && typeof message.nonce.length === "number" || $util.isString(message.nonce)))
                    return "nonce: buffer expected";
            if (message.ttlMs != null && $Object.hasOwnProperty.call(message, "ttlMs"))
                if (!$util.isInteger(message.ttlMs))
                    return "ttlMs: integer expected";
            return null;
        };

        /**
         * Creates an OperationClaims message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.OperationClaims
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.OperationClaims} OperationClaims
         */
        OperationClaims.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.OperationClaims)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.OperationClaims: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.OperationClaims();
            if (object.deviceId != null)
                if (typeof object.deviceId !== "string" || object.deviceId.length)
                    message.deviceId = $String(object.deviceId);
            if (object.executionId != null)
                if (typeof object.executionId !== "string" || object.executionId.length)
                    message.executionId = $String(object.executionId);
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.grantId != null)
                if (typeof object.grantId !== "string" || object.grantId.length)
                    message.grantId = $String(object.grantId);
            if (object.epoch != null)
                if (typeof object.epoch === "object" ? object.epoch.low || object.epoch.high : $Number(object.epoch) !== 0)
                    if ($util.Long)
                        message.epoch = $util.Long.fromValue(object.epoch, true);
                    else if (typeof object.epoch === "string")
                        message.epoch = $parseInt(object.epoch, 10);
                    else if (typeof object.epoch === "number")
                        message.epoch = object.epoch;
                    else if (typeof object.epoch === "object")
                        message.epoch = new $util.LongBits(object.epoch.low >>> 0, object.epoch.high >>> 0).toNumber(true);
            if (object.nonce != null)
                if (object.nonce.length)
                    if (typeof object.nonce === "string")
                        $util.base64.decode(object.nonce, message.nonce = $util.newBuffer($util.base64.length(object.nonce)), 0);
                    else if (object.nonce.length >= 0)
                        message.nonce = object.nonce;
            if (object.ttlMs != null)
                if ($Number(object.ttlMs) !== 0)
                    message.ttlMs = object.ttlMs >>> 0;
            return message;
        };

        /**
         * Creates a plain object from an OperationClaims message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.OperationClaims
         * @static
         * @param {diag.OperationClaims} message OperationClaims
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        OperationClaims.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.deviceId = "";
                object.executionId = "";
                object.name = "";
                object.grantId = "";
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.epoch = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.epoch = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if (options.bytes === $String)
                    object.nonce = "";
                else {
                    object.nonce = [];
                    if (options.bytes !== $Array)
                        object.nonce = $util.newBuffer(object.nonce);
                }
                object.ttlMs = 0;
            }
            if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId"))
                object.deviceId = message.deviceId;
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId"))
                object.executionId = message.executionId;
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.grantId != null && $Object.hasOwnProperty.call(message, "grantId"))
                object.grantId = message.grantId;
            if (message.epoch != null && $Object.hasOwnProperty.call(message, "epoch"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.epoch = typeof message.epoch === "number" ? $BigInt(message.epoch) : $util.Long.fromBits(message.epoch.low >>> 0, message.epoch.high >>> 0, true).toBigInt();
                else if (typeof message.epoch === "number")
                    object.epoch = options.longs === $String ? $String(message.epoch) : message.epoch;
                else
                    object.epoch = options.longs === $String ? $util.Long.prototype.toString.call(message.epoch) : options.longs === $Number ? new $util.LongBits(message.epoch.low >>> 0, message.epoch.high >>> 0).toNumber(true) : message.epoch;
            if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce"))
                object.nonce = options.bytes === $String ? $util.base64.encode(message.nonce, 0, message.nonce.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.nonce) : message.nonce;
            if (message.ttlMs != null && $Object.hasOwnProperty.call(message, "ttlMs"))
                object.ttlMs = message.ttlMs;
            return object;
        };

        /**
         * Converts this OperationClaims to JSON.
         * @function toJSON
         * @memberof diag.OperationClaims
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        OperationClaims.prototype.toJSON = function() {
            return OperationClaims.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for OperationClaims
         * @function getTypeUrl
         * @memberof diag.OperationClaims
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        OperationClaims.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.OperationClaims";
        };

        return OperationClaims;
    })();

    diag.Cancel = (function() {

        /**
         * Properties of a Cancel.
         * @typedef {Object} diag.Cancel.$Properties
         * @property {string|null} [executionId] Cancel executionId
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Cancel.
         * @memberof diag
         * @interface ICancel
         * @augments diag.Cancel.$Properties
         * @deprecated Use diag.Cancel.$Properties instead.
         */

        /**
         * Shape of a Cancel.
         * @typedef {diag.Cancel.$Properties} diag.Cancel.$Shape
         */

        /**
         * Constructs a new Cancel.
         * @memberof diag
         * @classdesc Represents a Cancel.
         * @constructor
         * @param {diag.Cancel.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Cancel = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Cancel executionId.
         * @member {string} executionId
         * @memberof diag.Cancel
         * @instance
         */
        Cancel.prototype.executionId = "";

        /**
         * Creates a new Cancel instance using the specified properties.
         * @function create
         * @memberof diag.Cancel
         * @static
         * @param {diag.Cancel.$Properties=} [properties] Properties to set
         * @returns {diag.Cancel} Cancel instance
         * @type {{
         *   (properties: diag.Cancel.$Shape): diag.Cancel & diag.Cancel.$Shape;
         *   (properties?: diag.Cancel.$Properties): diag.Cancel;
         * }}
         */
        Cancel.create = function(properties) {
            return new Cancel(properties);
        };

        /**
         * Encodes the specified Cancel message. Does not implicitly {@link diag.Cancel.verify|verify} messages.
         * @function encode
         * @memberof diag.Cancel
         * @static
         * @param {diag.Cancel.$Properties} message Cancel message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Cancel.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId") && message.executionId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.executionId);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Cancel message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Cancel
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Cancel & diag.Cancel.$Shape} Cancel
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Cancel.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Cancel();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.executionId = value;
                        else
                            delete message.executionId;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a Cancel message.
         * @function verify
         * @memberof diag.Cancel
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Cancel.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId"))
                if (!$util.isString(message.executionId))
                    return "executionId: string expected";
            return null;
        };

        /**
         * Creates a Cancel message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Cancel
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Cancel} Cancel
         */
        Cancel.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Cancel)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Cancel: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Cancel();
            if (object.executionId != null)
                if (typeof object.executionId !== "string" || object.executionId.length)
                    message.executionId = $String(object.executionId);
            return message;
        };

        /**
         * Creates a plain object from a Cancel message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Cancel
         * @static
         * @param {diag.Cancel} message Cancel
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Cancel.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                object.executionId = "";
            if (message.executionId != null && $Object.hasOwnProperty.call(message, "executionId"))
                object.executionId = message.executionId;
            return object;
        };

        /**
         * Converts this Cancel to JSON.
         * @function toJSON
         * @memberof diag.Cancel
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Cancel.prototype.toJSON = function() {
            return Cancel.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Cancel
         * @function getTypeUrl
         * @memberof diag.Cancel
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Cancel.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Cancel";
        };

        return Cancel;
    })();

    diag.Rebirth = (function() {

        /**
         * Properties of a Rebirth.
         * @typedef {Object} diag.Rebirth.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Rebirth.
         * @memberof diag
         * @interface IRebirth
         * @augments diag.Rebirth.$Properties
         * @deprecated Use diag.Rebirth.$Properties instead.
         */

        /**
         * Shape of a Rebirth.
         * @typedef {diag.Rebirth.$Properties} diag.Rebirth.$Shape
         */

        /**
         * Constructs a new Rebirth.
         * @memberof diag
         * @classdesc Represents a Rebirth.
         * @constructor
         * @param {diag.Rebirth.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Rebirth = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new Rebirth instance using the specified properties.
         * @function create
         * @memberof diag.Rebirth
         * @static
         * @param {diag.Rebirth.$Properties=} [properties] Properties to set
         * @returns {diag.Rebirth} Rebirth instance
         * @type {{
         *   (properties: diag.Rebirth.$Shape): diag.Rebirth & diag.Rebirth.$Shape;
         *   (properties?: diag.Rebirth.$Properties): diag.Rebirth;
         * }}
         */
        Rebirth.create = function(properties) {
            return new Rebirth(properties);
        };

        /**
         * Encodes the specified Rebirth message. Does not implicitly {@link diag.Rebirth.verify|verify} messages.
         * @function encode
         * @memberof diag.Rebirth
         * @static
         * @param {diag.Rebirth.$Properties} message Rebirth message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Rebirth.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Rebirth message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Rebirth
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Rebirth & diag.Rebirth.$Shape} Rebirth
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Rebirth.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Rebirth();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a Rebirth message.
         * @function verify
         * @memberof diag.Rebirth
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Rebirth.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            return null;
        };

        /**
         * Creates a Rebirth message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Rebirth
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Rebirth} Rebirth
         */
        Rebirth.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Rebirth)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Rebirth: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            return new $root.diag.Rebirth();
        };

        /**
         * Creates a plain object from a Rebirth message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Rebirth
         * @static
         * @param {diag.Rebirth} message Rebirth
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Rebirth.toObject = function () {
            return {};
        };

        /**
         * Converts this Rebirth to JSON.
         * @function toJSON
         * @memberof diag.Rebirth
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Rebirth.prototype.toJSON = function() {
            return Rebirth.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Rebirth
         * @function getTypeUrl
         * @memberof diag.Rebirth
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Rebirth.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Rebirth";
        };

        return Rebirth;
    })();

    diag.SessionFrame = (function() {

        /**
         * Properties of a SessionFrame.
         * @typedef {Object} diag.SessionFrame.$Properties
         * @property {string|null} [streamId] SessionFrame streamId
         * @property {number|Long|null} [tick] SessionFrame tick
         * @property {number|Long|null} [sentAt] SessionFrame sentAt
         * @property {diag.Snapshot.$Properties|null} [snapshot] SessionFrame snapshot
         * @property {diag.Delta.$Properties|null} [delta] SessionFrame delta
         * @property {diag.Beat.$Properties|null} [beat] SessionFrame beat
         * @property {diag.Ended.$Properties|null} [ended] SessionFrame ended
         * @property {"snapshot"|"delta"|"beat"|"ended"} [body] SessionFrame body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SessionFrame.
         * @memberof diag
         * @interface ISessionFrame
         * @augments diag.SessionFrame.$Properties
         * @deprecated Use diag.SessionFrame.$Properties instead.
         */

        /**
         * Narrowed shape of a SessionFrame.
         * @typedef {{
         *   streamId?: string|null;
         *   tick?: number|Long|null;
         *   sentAt?: number|Long|null;
         *   snapshot?: diag.Snapshot.$Shape|null;
         *   delta?: diag.Delta.$Shape|null;
         *   beat?: diag.Beat.$Shape|null;
         *   ended?: diag.Ended.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ body?: undefined; snapshot?: null; delta?: null; beat?: null; ended?: null }|{ body?: "snapshot"; snapshot: diag.Snapshot.$Shape; delta?: null; beat?: null; ended?: null }|{ body?: "delta"; snapshot?: null; delta: diag.Delta.$Shape; beat?: null; ended?: null }|{ body?: "beat"; snapshot?: null; delta?: null; beat: diag.Beat.$Shape; ended?: null }|{ body?: "ended"; snapshot?: null; delta?: null; beat?: null; ended: diag.Ended.$Shape })
         * )} diag.SessionFrame.$Shape
         */

        /**
         * Constructs a new SessionFrame.
         * @memberof diag
         * @classdesc Represents a SessionFrame.
         * @constructor
         * @param {diag.SessionFrame.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SessionFrame = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SessionFrame streamId.
         * @member {string} streamId
         * @memberof diag.SessionFrame
         * @instance
         */
        SessionFrame.prototype.streamId = "";

        /**
         * SessionFrame tick.
         * @member {number|Long} tick
         * @memberof diag.SessionFrame
         * @instance
         */
        SessionFrame.prototype.tick = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * SessionFrame sentAt.
         * @member {number|Long} sentAt
         * @memberof diag.SessionFrame
         * @instance
         */
        SessionFrame.prototype.sentAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * SessionFrame snapshot.
         * @member {diag.Snapshot.$Properties|null|undefined} snapshot
         * @memberof diag.SessionFrame
         * @instance
         */
        SessionFrame.prototype.snapshot = null;

        /**
         * SessionFrame delta.
         * @member {diag.Delta.$Properties|null|undefined} delta
         * @memberof diag.SessionFrame
         * @instance
         */
        SessionFrame.prototype.delta = null;

        /**
         * SessionFrame beat.
         * @member {diag.Beat.$Properties|null|undefined} beat
         * @memberof diag.SessionFrame
         * @instance
         */
        SessionFrame.prototype.beat = null;

        /**
         * SessionFrame ended.
         * @member {diag.Ended.$Properties|null|undefined} ended
         * @memberof diag.SessionFrame
         * @instance
         */
        SessionFrame.prototype.ended = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * SessionFrame body.
         * @member {"snapshot"|"delta"|"beat"|"ended"|undefined} body
         * @memberof diag.SessionFrame
         * @instance
         */
        $Object.defineProperty(SessionFrame.prototype, "body", {
            get: $util.oneOfGetter($oneOfFields = ["snapshot", "delta", "beat", "ended"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new SessionFrame instance using the specified properties.
         * @function create
         * @memberof diag.SessionFrame
         * @static
         * @param {diag.SessionFrame.$Properties=} [properties] Properties to set
         * @returns {diag.SessionFrame} SessionFrame instance
         * @type {{
         *   (properties: diag.SessionFrame.$Shape): diag.SessionFrame & diag.SessionFrame.$Shape;
         *   (properties?: diag.SessionFrame.$Properties): diag.SessionFrame;
         * }}
         */
        SessionFrame.create = function(properties) {
            return new SessionFrame(properties);
        };

        /**
         * Encodes the specified SessionFrame message. Does not implicitly {@link diag.SessionFrame.verify|verify} messages.
         * @function encode
         * @memberof diag.SessionFrame
         * @static
         * @param {diag.SessionFrame.$Properties} message SessionFrame message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SessionFrame.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.streamId != null && $Object.hasOwnProperty.call(message, "streamId") && message.streamId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.streamId);
            if (message.tick != null && $Object.hasOwnProperty.call(message, "tick") && (typeof message.tick === "object" ? message.tick.low || message.tick.high : message.tick !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.tick);
            if (message.sentAt != null && $Object.hasOwnProperty.call(message, "sentAt") && (typeof message.sentAt === "object" ? message.sentAt.low || message.sentAt.high : message.sentAt !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sentAt);
            if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                $root.diag.Snapshot.encode(message.snapshot, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.delta != null && $Object.hasOwnProperty.call(message, "delta"))
                $root.diag.Delta.encode(message.delta, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.beat != null && $Object.hasOwnProperty.call(message, "beat"))
                $root.diag.Beat.encode(message.beat, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.ended != null && $Object.hasOwnProperty.call(message, "ended"))
                $root.diag.Ended.encode(message.ended, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SessionFrame message from the specified reader or buffer.
         * @function decode
         * @memberof diag.SessionFrame
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.SessionFrame & diag.SessionFrame.$Shape} SessionFrame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SessionFrame.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.SessionFrame();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.streamId = value;
                        else
                            delete message.streamId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.tick = value;
                        else
                            delete message.tick;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sentAt = value;
                        else
                            delete message.sentAt;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.snapshot = $root.diag.Snapshot.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshot);
                        message.body = "snapshot";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.delta = $root.diag.Delta.decode(reader, reader.size(), $undefined, _depth + 1, message.delta);
                        message.body = "delta";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.beat = $root.diag.Beat.decode(reader, reader.size(), $undefined, _depth + 1, message.beat);
                        message.body = "beat";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.ended = $root.diag.Ended.decode(reader, reader.size(), $undefined, _depth + 1, message.ended);
                        message.body = "ended";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a SessionFrame message.
         * @function verify
         * @memberof diag.SessionFrame
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        SessionFrame.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            let properties = {};
            if (message.streamId != null && $Object.hasOwnProperty.call(message, "streamId"))
                if (!$util.isString(message.streamId))
                    return "streamId: string expected";
            if (message.tick != null && $Object.hasOwnProperty.call(message, "tick"))
                if (!$util.isInteger(message.tick) && !(message.tick && $util.isInteger(message.tick.low) && $util.isInteger(message.tick.high)))
                    return "tick: integer|Long expected";
            if (message.sentAt != null && $Object.hasOwnProperty.call(message, "sentAt"))
                if (!$util.isInteger(message.sentAt) && !(message.sentAt && $util.isInteger(message.sentAt.low) && $util.isInteger(message.sentAt.high)))
                    return "sentAt: integer|Long expected";
            if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot")) {
                properties.body = 1;
                {
                    let error = $root.diag.Snapshot.verify(message.snapshot, _depth + 1);
                    if (error)
                        return "snapshot." + error;
                }
            }
            if (message.delta != null && $Object.hasOwnProperty.call(message, "delta")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.diag.Delta.verify(message.delta, _depth + 1);
                    if (error)
                        return "delta." + error;
                }
            }
            if (message.beat != null && $Object.hasOwnProperty.call(message, "beat")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.diag.Beat.verify(message.beat, _depth + 1);
                    if (error)
                        return "beat." + error;
                }
            }
            if (message.ended != null && $Object.hasOwnProperty.call(message, "ended")) {
                if (properties.body === 1)
                    return "body: multiple values";
                properties.body = 1;
                {
                    let error = $root.diag.Ended.verify(message.ended, _depth + 1);
                    if (error)
                        return "ended." + error;
                }
            }
            return null;
        };

        /**
         * Creates a SessionFrame message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.SessionFrame
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.SessionFrame} SessionFrame
         */
        SessionFrame.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.SessionFrame)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.SessionFrame: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.SessionFrame();
            if (object.streamId != null)
                if (typeof object.streamId !== "string" || object.streamId.length)
                    message.streamId = $String(object.streamId);
            if (object.tick != null)
                if (typeof object.tick === "object" ? object.tick.low || object.tick.high : $Number(object.tick) !== 0)
                    if ($util.Long)
                        message.tick = $util.Long.fromValue(object.tick, true);
                    else if (typeof object.tick === "string")
                        message.tick = $parseInt(object.tick, 10);
                    else if (typeof object.tick === "number")
                        message.tick = object.tick;
                    else if (typeof object.tick === "object")
                        message.tick = new $util.LongBits(object.tick.low >>> 0, object.tick.high >>> 0).toNumber(true);
            if (object.sentAt != null)
                if (typeof object.sentAt === "object" ? object.sentAt.low || object.sentAt.high : $Number(object.sentAt) !== 0)
                    if ($util.Long)
                        message.sentAt = $util.Long.fromValue(object.sentAt, true);
                    else if (typeof object.sentAt === "string")
                        message.sentAt = $parseInt(object.sentAt, 10);
                    else if (typeof object.sentAt === "number")
                        message.sentAt = object.sentAt;
                    else if (typeof object.sentAt === "object")
                        message.sentAt = new $util.LongBits(object.sentAt.low >>> 0, object.sentAt.high >>> 0).toNumber(true);
            if (object.snapshot != null) {
                if (!$util.isObject(object.snapshot))
                    throw $TypeError(".diag.SessionFrame.snapshot: object expected");
                message.snapshot = $root.diag.Snapshot.fromObject(object.snapshot, _depth + 1);
            }
            if (object.delta != null) {
                if (!$util.isObject(object.delta))
                    throw $TypeError(".diag.SessionFrame.delta: object expected");
                message.delta = $root.diag.Delta.fromObject(object.delta, _depth + 1);
            }
            if (object.beat != null) {
                if (!$util.isObject(object.beat))
                    throw $TypeError(".diag.SessionFrame.beat: object expected");
                message.beat = $root.diag.Beat.fromObject(object.beat, _depth + 1);
            }
            if (object.ended != null) {
                if (!$util.isObject(object.ended))
                    throw $TypeError(".diag.SessionFrame.ended: object expected");
                message.ended = $root.diag.Ended.fromObject(object.ended, _depth + 1);
            }
            return message;
        };

        /**
         * Creates a plain object from a SessionFrame message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.SessionFrame
         * @static
         * @param {diag.SessionFrame} message SessionFrame
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        SessionFrame.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.streamId = "";
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.tick = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.tick = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.sentAt = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.sentAt = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.streamId != null && $Object.hasOwnProperty.call(message, "streamId"))
                object.streamId = message.streamId;
            if (message.tick != null && $Object.hasOwnProperty.call(message, "tick"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.tick = typeof message.tick === "number" ? $BigInt(message.tick) : $util.Long.fromBits(message.tick.low >>> 0, message.tick.high >>> 0, true).toBigInt();
                else if (typeof message.tick === "number")
                    object.tick = options.longs === $String ? $String(message.tick) : message.tick;
                else
                    object.tick = options.longs === $String ? $util.Long.prototype.toString.call(message.tick) : options.longs === $Number ? new $util.LongBits(message.tick.low >>> 0, message.tick.high >>> 0).toNumber(true) : message.tick;
            if (message.sentAt != null && $Object.hasOwnProperty.call(message, "sentAt"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.sentAt = typeof message.sentAt === "number" ? $BigInt(message.sentAt) : $util.Long.fromBits(message.sentAt.low >>> 0, message.sentAt.high >>> 0, true).toBigInt();
                else if (typeof message.sentAt === "number")
                    object.sentAt = options.longs === $String ? $String(message.sentAt) : message.sentAt;
                else
                    object.sentAt = options.longs === $String ? $util.Long.prototype.toString.call(message.sentAt) : options.longs === $Number ? new $util.LongBits(message.sentAt.low >>> 0, message.sentAt.high >>> 0).toNumber(true) : message.sentAt;
            if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot")) {
                object.snapshot = $root.diag.Snapshot.toObject(message.snapshot, options, _depth + 1);
                if (options.oneofs)
                    object.body = "snapshot";
            }
            if (message.delta != null && $Object.hasOwnProperty.call(message, "delta")) {
                object.delta = $root.diag.Delta.toObject(message.delta, options, _depth + 1);
                if (options.oneofs)
                    object.body = "delta";
            }
            if (message.beat != null && $Object.hasOwnProperty.call(message, "beat")) {
                object.beat = $root.diag.Beat.toObject(message.beat, options, _depth + 1);
                if (options.oneofs)
                    object.body = "beat";
            }
            if (message.ended != null && $Object.hasOwnProperty.call(message, "ended")) {
                object.ended = $root.diag.Ended.toObject(message.ended, options, _depth + 1);
                if (options.oneofs)
                    object.body = "ended";
            }
            return object;
        };

        /**
         * Converts this SessionFrame to JSON.
         * @function toJSON
         * @memberof diag.SessionFrame
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        SessionFrame.prototype.toJSON = function() {
            return SessionFrame.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for SessionFrame
         * @function getTypeUrl
         * @memberof diag.SessionFrame
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SessionFrame.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.SessionFrame";
        };

        return SessionFrame;
    })();

    /**
     * Quality enum.
     * @name diag.Quality
     * @enum {number}
     * @property {number} QUALITY_UNKNOWN=0 QUALITY_UNKNOWN value
     * @property {number} QUALITY_LIVE=1 QUALITY_LIVE value
     * @property {number} QUALITY_STALE=2 QUALITY_STALE value
     * @property {number} QUALITY_HISTORICAL=3 QUALITY_HISTORICAL value
     * @property {number} QUALITY_WITHHELD=4 QUALITY_WITHHELD value
     */
    diag.Quality = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "QUALITY_UNKNOWN"] = 0;
        values[valuesById[1] = "QUALITY_LIVE"] = 1;
        values[valuesById[2] = "QUALITY_STALE"] = 2;
        values[valuesById[3] = "QUALITY_HISTORICAL"] = 3;
        values[valuesById[4] = "QUALITY_WITHHELD"] = 4;
        return values;
    })();

    diag.MetricValue = (function() {

        /**
         * Properties of a MetricValue.
         * @typedef {Object} diag.MetricValue.$Properties
         * @property {string|null} [name] MetricValue name
         * @property {number|null} [number] MetricValue number
         * @property {string|null} [text] MetricValue text
         * @property {number|Long|null} [at] MetricValue at
         * @property {number|Long|null} [receivedAt] MetricValue receivedAt
         * @property {number|null} [ageMs] MetricValue ageMs
         * @property {number|null} [freshForMs] MetricValue freshForMs
         * @property {string|null} [source] MetricValue source
         * @property {diag.Quality|null} [quality] MetricValue quality
         * @property {diag.DataClass|null} [dataClass] MetricValue dataClass
         * @property {boolean|null} [onChange] MetricValue onChange
         * @property {number|null} [min] MetricValue min
         * @property {number|null} [max] MetricValue max
         * @property {"number"|"text"} [value] MetricValue value
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MetricValue.
         * @memberof diag
         * @interface IMetricValue
         * @augments diag.MetricValue.$Properties
         * @deprecated Use diag.MetricValue.$Properties instead.
         */

        /**
         * Narrowed shape of a MetricValue.
         * @typedef {{
         *   name?: string|null;
         *   number?: number|null;
         *   text?: string|null;
         *   at?: number|Long|null;
         *   receivedAt?: number|Long|null;
         *   ageMs?: number|null;
         *   freshForMs?: number|null;
         *   source?: string|null;
         *   quality?: diag.Quality|null;
         *   dataClass?: diag.DataClass|null;
         *   onChange?: boolean|null;
         *   min?: number|null;
         *   max?: number|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ value?: undefined; number?: null; text?: null }|{ value?: "number"; number: number; text?: null }|{ value?: "text"; number?: null; text: string })
         * )} diag.MetricValue.$Shape
         */

        /**
         * Constructs a new MetricValue.
         * @memberof diag
         * @classdesc Represents a MetricValue.
         * @constructor
         * @param {diag.MetricValue.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MetricValue = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MetricValue name.
         * @member {string} name
         * @memberof diag.MetricValue
         * @instance
         */
        MetricValue.prototype.name = "";

        /**
         * MetricValue number.
         * @member {number|null|undefined} number
         * @memberof diag.MetricValue
         * @instance
         */
        MetricValue.prototype.number = null;

        /**
         * MetricValue text.
         * @member {string|null|undefined} text
         * @memberof diag.MetricValue
         * @instance
         */
        MetricValue.prototype.text = null;

        /**
         * MetricValue at.
         * @member {number|Long} at
         * @memberof diag.MetricValue
         * @instance
         */
        MetricValue.prototype.at = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * MetricValue receivedAt.
         * @member {number|Long} receivedAt
         * @memberof diag.MetricValue
         * @instance
         */
        MetricValue.prototype.receivedAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * MetricValue ageMs.
         * @member {number} ageMs
         * @memberof diag.MetricValue
         * @instance
         */
        MetricValue.prototype.ageMs = 0;

        /**
         * MetricValue freshForMs.
         * @member {number} freshForMs
         * @memberof diag.MetricValue
         * @instance
         */
        MetricValue.prototype.freshForMs = 0;

        /**
         * MetricValue source.
         * @member {string} source
         * @memberof diag.MetricValue
         * @instance
         */
        MetricValue.prototype.source = "";

        /**
         * MetricValue quality.
         * @member {diag.Quality} quality
         * @memberof diag.MetricValue
         * @instance
         */
        MetricValue.prototype.quality = 0;

        /**
         * MetricValue dataClass.
         * @member {diag.DataClass} dataClass
         * @memberof diag.MetricValue
         * @instance
         */
        MetricValue.prototype.dataClass = 0;

        /**
         * MetricValue onChange.
         * @member {boolean} onChange
         * @memberof diag.MetricValue
         * @instance
         */
        MetricValue.prototype.onChange = false;

        /**
         * MetricValue min.
         * @member {number|null|undefined} min
         * @memberof diag.MetricValue
         * @instance
         */
        MetricValue.prototype.min = null;

        /**
         * MetricValue max.
         * @member {number|null|undefined} max
         * @memberof diag.MetricValue
         * @instance
         */
        MetricValue.prototype.max = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * MetricValue value.
         * @member {"number"|"text"|undefined} value
         * @memberof diag.MetricValue
         * @instance
         */
        $Object.defineProperty(MetricValue.prototype, "value", {
            get: $util.oneOfGetter($oneOfFields = ["number", "text"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(MetricValue.prototype, "_min", {
            get: $util.oneOfGetter($oneOfFields = ["min"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(MetricValue.prototype, "_max", {
            get: $util.oneOfGetter($oneOfFields = ["max"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new MetricValue instance using the specified properties.
         * @function create
         * @memberof diag.MetricValue
         * @static
         * @param {diag.MetricValue.$Properties=} [properties] Properties to set
         * @returns {diag.MetricValue} MetricValue instance
         * @type {{
         *   (properties: diag.MetricValue.$Shape): diag.MetricValue & diag.MetricValue.$Shape;
         *   (properties?: diag.MetricValue.$Properties): diag.MetricValue;
         * }}
         */
        MetricValue.create = function(properties) {
            return new MetricValue(properties);
        };

        /**
         * Encodes the specified MetricValue message. Does not implicitly {@link diag.MetricValue.verify|verify} messages.
         * @function encode
         * @memberof diag.MetricValue
         * @static
         * @param {diag.MetricValue.$Properties} message MetricValue message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MetricValue.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.number != null && $Object.hasOwnProperty.call(message, "number"))
                writer.uint32(/* id 2, wireType 1 =*/17).double(message.number);
            if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.text);
            if (message.at != null && $Object.hasOwnProperty.call(message, "at") && (typeof message.at === "object" ? message.at.low || message.at.high : message.at !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.at);
            if (message.receivedAt != null && $Object.hasOwnProperty.call(message, "receivedAt") && (typeof message.receivedAt === "object" ? message.receivedAt.low || message.receivedAt.high : message.receivedAt !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.receivedAt);
            if (message.ageMs != null && $Object.hasOwnProperty.call(message, "ageMs") && message.ageMs !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.ageMs);
            if (message.freshForMs != null && $Object.hasOwnProperty.call(message, "freshForMs") && message.freshForMs !== 0)
                writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.freshForMs);
            if (message.source != null && $Object.hasOwnProperty.call(message, "source") && message.source !== "")
                writer.uint32(/* id 8, wireType 2 =*/66).string(message.source);
            if (message.quality != null && $Object.hasOwnProperty.call(message, "quality") && message.quality !== 0)
                writer.uint32(/* id 9, wireType 0 =*/72).int32(message.quality);
            if (message.dataClass != null && $Object.hasOwnProperty.call(message, "dataClass") && message.dataClass !== 0)
                writer.uint32(/* id 10, wireType 0 =*/80).int32(message.dataClass);
            if (message.onChange != null && $Object.hasOwnProperty.call(message, "onChange") && message.onChange !== false)
                writer.uint32(/* id 11, wireType 0 =*/88).bool(message.onChange);
            if (message.min != null && $Object.hasOwnProperty.call(message, "min"))
                writer.uint32(/* id 12, wireType 1 =*/97).double(message.min);
            if (message.max != null && $Object.hasOwnProperty.call(message, "max"))
                writer.uint32(/* id 13, wireType 1 =*/105).double(message.max);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MetricValue message from the specified reader or buffer.
         * @function decode
         * @memberof diag.MetricValue
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.MetricValue & diag.MetricValue.$Shape} MetricValue
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MetricValue.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.MetricValue();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 1)
                            break;
                        message.number = reader.double();
                        message.value = "number";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.text = reader.stringVerify();
                        message.value = "text";
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.at = value;
                        else
                            delete message.at;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.receivedAt = value;
                        else
                            delete message.receivedAt;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.ageMs = value;
                        else
                            delete message.ageMs;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.freshForMs = value;
                        else
                            delete message.freshForMs;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.source = value;
                        else
                            delete message.source;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.quality = value;
                        else
                            delete message.quality;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.dataClass = value;
                        else
                            delete message.dataClass;
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.onChange = value;
                        else
                            delete message.onChange;
                        continue;
                    }
                case 12: {
                        if (wireType !== 1)
                            break;
                        message.min = reader.double();
                        message._min = "min";
                        continue;
                    }
                case 13: {
                        if (wireType !== 1)
                            break;
                        message.max = reader.double();
                        message._max = "max";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a MetricValue message.
         * @function verify
         * @memberof diag.MetricValue
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        MetricValue.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            let properties = {};
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                if (!$util.isString(message.name))
                    return "name: string expected";
            if (message.number != null && $Object.hasOwnProperty.call(message, "number")) {
                properties.value = 1;
                if (typeof message.number !== "number")
                    return "number: number expected";
            }
            if (message.text != null && $Object.hasOwnProperty.call(message, "text")) {
                if (properties.value === 1)
                    return "value: multiple values";
                properties.value = 1;
                if (!$util.isString(message.text))
                    return "text: string expected";
            }
            if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                if (!$util.isInteger(message.at) && !(message.at && $util.isInteger(message.at.low) && $util.isInteger(message.at.high)))
                    return "at: integer|Long expected";
            if (message.receivedAt != null && $Object.hasOwnProperty.call(message, "receivedAt"))
                if (!$util.isInteger(message.receivedAt) && !(message.receivedAt && $util.isInteger(message.receivedAt.low) && $util.isInteger(message.receivedAt.high)))
                    return "receivedAt: integer|Long expected";
            if (message.ageMs != null && $Object.hasOwnProperty.call(message, "ageMs"))
                if (!$util.isInteger(message.ageMs))
                    return "ageMs: integer expected";
            if (message.freshForMs != null && $Object.hasOwnProperty.call(message, "freshForMs"))
                if (!$util.isInteger(message.freshForMs))
                    return "freshForMs: integer expected";
            if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                if (!$util.isString(message.source))
                    return "source: string expected";
            if (message.quality != null && $Object.hasOwnProperty.call(message, "quality"))
                if (typeof message.quality !== "number" || (message.quality | 0) !== message.quality)
                    return "quality: enum value expected";
            if (message.dataClass != null && $Object.hasOwnProperty.call(message, "dataClass"))
                if (typeof message.dataClass !== "number" || (message.dataClass | 0) !== message.dataClass)
                    return "dataClass: enum value expected";
            if (message.onChange != null && $Object.hasOwnProperty.call(message, "onChange"))
                if (typeof message.onChange !== "boolean")
                    return "onChange: boolean expected";
            if (message.min != null && $Object.hasOwnProperty.call(message, "min")) {
                properties._min = 1;
                if (typeof message.min !== "number")
                    return "min: number expected";
            }
            if (message.max != null && $Object.hasOwnProperty.call(message, "max")) {
                properties._max = 1;
                if (typeof message.max !== "number")
                    return "max: number expected";
            }
            return null;
        };

        /**
         * Creates a MetricValue message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.MetricValue
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.MetricValue} MetricValue
         */
        MetricValue.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.MetricValue)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.MetricValue: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.MetricValue();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.number != null)
                message.number = $Number(object.number);
            if (object.text != null)
                message.text = $String(object.text);
            if (object.at != null)
                if (typeof object.at === "object" ? object.at.low || object.at.high : $Number(object.at) !== 0)
                    if ($util.Long)
                        message.at = $util.Long.fromValue(object.at, true);
                    else if (typeof object.at === "string")
                        message.at = $parseInt(object.at, 10);
                    else if (typeof object.at === "number")
                        message.at = object.at;
                    else if (typeof object.at === "object")
                        message.at = new $util.LongBits(object.at.low >>> 0, object.at.high >>> 0).toNumber(true);
            if (object.receivedAt != null)
                if (typeof object.receivedAt === "object" ? object.receivedAt.low || object.receivedAt.high : $Number(object.receivedAt) !== 0)
                    if ($util.Long)
                        message.receivedAt = $util.Long.fromValue(object.receivedAt, true);
                    else if (typeof object.receivedAt === "string")
                        message.receivedAt = $parseInt(object.receivedAt, 10);
                    else if (typeof object.receivedAt === "number")
                        message.receivedAt = object.receivedAt;
                    else if (typeof object.receivedAt === "object")
                        message.receivedAt = new $util.LongBits(object.receivedAt.low >>> 0, object.receivedAt.high >>> 0).toNumber(true);
            if (object.ageMs != null)
                if ($Number(object.ageMs) !== 0)
                    message.ageMs = object.ageMs >>> 0;
            if (object.freshForMs != null)
                if ($Number(object.freshForMs) !== 0)
                    message.freshForMs = object.freshForMs >>> 0;
            if (object.source != null)
                if (typeof object.source !== "string" || object.source.length)
                    message.source = $String(object.source);
            if (object.quality !== 0 && (typeof object.quality !== "string" || $root.diag.Quality[object.quality] !== 0))
                switch (object.quality) {
                case "QUALITY_UNKNOWN":
                case 0:
                    message.quality = 0;
                    break;
                case "QUALITY_LIVE":
                case 1:
                    message.quality = 1;
                    break;
                case "QUALITY_STALE":
                case 2:
                    message.quality = 2;
                    break;
                case "QUALITY_HISTORICAL":
                case 3:
                    message.quality = 3;
                    break;
                case "QUALITY_WITHHELD":
                case 4:
                    message.quality = 4;
                    break;
                default:
                    if (typeof object.quality === "number" && (object.quality | 0) === object.quality)
                        message.quality = object.quality;
                }
            if (object.dataClass !== 0 && (typeof object.dataClass !== "string" || $root.diag.DataClass[object.dataClass] !== 0))
                switch (object.dataClass) {
                case "DATA_CLASS_UNSPECIFIED":
                case 0:
                    message.dataClass = 0;
                    break;
                case "DATA_CLASS_STATUS":
                case 1:
                    message.dataClass = 1;
                    break;
                case "DATA_CLASS_ERRORS":
                case 2:
                    message.dataClass = 2;
                    break;
                case "DATA_CLASS_FIRMWARE":
                case 3:
                    message.dataClass = 3;
                    break;
                case "DATA_CLASS_TELEMETRY":
                case 4:
                    message.dataClass = 4;
                    break;
                case "DATA_CLASS_NETWORK":
                case 5:
                    message.dataClass = 5;
                    break;
                case "DATA_CLASS_SPACE":
                case 6:
                    message.dataClass = 6;
                    break;
                case "DATA_CLASS_LOGS":
                case 7:
                    message.dataClass = 7;
                    break;
                default:
                    if (typeof object.dataClass === "number" && (object.dataClass | 0) === object.dataClass)
                        message.dataClass = object.dataClass;
                }
            if (object.onChange != null)
                if (object.onChange)
                    message.onChange = $Boolean(object.onChange);
            if (object.min != null)
                message.min = $Number(object.min);
            if (object.max != null)
                message.max = $Number(object.max);
            return message;
        };

        /**
         * Creates a plain object from a MetricValue message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.MetricValue
         * @static
         * @param {diag.MetricValue} message MetricValue
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        MetricValue.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.name = "";
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.at = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.at = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.receivedAt = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.receivedAt = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.ageMs = 0;
                object.freshForMs = 0;
                object.source = "";
                object.quality = options.enums === $String ? "QUALITY_UNKNOWN" : 0;
                object.dataClass = options.enums === $String ? "DATA_CLASS_UNSPECIFIED" : 0;
                object.onChange = false;
            }
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.number != null && $Object.hasOwnProperty.call(message, "number")) {
                object.number = options.json && !$isFinite(message.number) ? $String(message.number) : message.number;
                if (options.oneofs)
                    object.value = "number";
            }
            if (message.text != null && $Object.hasOwnProperty.call(message, "text")) {
                object.text = message.text;
                if (options.oneofs)
                    object.value = "text";
            }
            if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.at = typeof message.at === "number" ? $BigInt(message.at) : $util.Long.fromBits(message.at.low >>> 0, message.at.high >>> 0, true).toBigInt();
                else if (typeof message.at === "number")
                    object.at = options.longs === $String ? $String(message.at) : message.at;
                else
                    object.at = options.longs === $String ? $util.Long.prototype.toString.call(message.at) : options.longs === $Number ? new $util.LongBits(message.at.low >>> 0, message.at.high >>> 0).toNumber(true) : message.at;
            if (message.receivedAt != null && $Object.hasOwnProperty.call(message, "receivedAt"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.receivedAt = typeof message.receivedAt === "number" ? $BigInt(message.receivedAt) : $util.Long.fromBits(message.receivedAt.low >>> 0, message.receivedAt.high >>> 0, true).toBigInt();
                else if (typeof message.receivedAt === "number")
                    object.receivedAt = options.longs === $String ? $String(message.receivedAt) : message.receivedAt;
                else
                    object.receivedAt = options.longs === $String ? $util.Long.prototype.toString.call(message.receivedAt) : options.longs === $Number ? new $util.LongBits(message.receivedAt.low >>> 0, message.receivedAt.high >>> 0).toNumber(true) : message.receivedAt;
            if (message.ageMs != null && $Object.hasOwnProperty.call(message, "ageMs"))
                object.ageMs = message.ageMs;
            if (message.freshForMs != null && $Object.hasOwnProperty.call(message, "freshForMs"))
                object.freshForMs = message.freshForMs;
            if (message.source != null && $Object.hasOwnProperty.call(message, "source"))
                object.source = message.source;
            if (message.quality != null && $Object.hasOwnProperty.call(message, "quality"))
                object.quality = options.enums === $String ? $root.diag.Quality[message.quality] === $undefined ? message.quality : $root.diag.Quality[message.quality] : message.quality;
            if (message.dataClass != null && $Object.hasOwnProperty.call(message, "dataClass"))
                object.dataClass = options.enums === $String ? $root.diag.DataClass[message.dataClass] === $undefined ? message.dataClass : $root.diag.DataClass[message.dataClass] : message.dataClass;
            if (message.onChange != null && $Object.hasOwnProperty.call(message, "onChange"))
                object.onChange = message.onChange;
            if (message.min != null && $Object.hasOwnProperty.call(message, "min"))
                object.min = options.json && !$isFinite(message.min) ? $String(message.min) : message.min;
            if (message.max != null && $Object.hasOwnProperty.call(message, "max"))
                object.max = options.json && !$isFinite(message.max) ? $String(message.max) : message.max;
            return object;
        };

        /**
         * Converts this MetricValue to JSON.
         * @function toJSON
         * @memberof diag.MetricValue
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        MetricValue.prototype.toJSON = function() {
            return MetricValue.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for MetricValue
         * @function getTypeUrl
         * @memberof diag.MetricValue
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        MetricValue.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.MetricValue";
        };

        return MetricValue;
    })();

    diag.FreezeFrame = (function() {

        /**
         * Properties of a FreezeFrame.
         * @typedef {Object} diag.FreezeFrame.$Properties
         * @property {number|Long|null} [receivedAt] FreezeFrame receivedAt
         * @property {Array.<diag.SeriesPoints.$Properties>|null} [before] FreezeFrame before
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a FreezeFrame.
         * @memberof diag
         * @interface IFreezeFrame
         * @augments diag.FreezeFrame.$Properties
         * @deprecated Use diag.FreezeFrame.$Properties instead.
         */

        /**
         * Shape of a FreezeFrame.
         * @typedef {diag.FreezeFrame.$Properties} diag.FreezeFrame.$Shape
         */

        /**
         * Constructs a new FreezeFrame.
         * @memberof diag
         * @classdesc Represents a FreezeFrame.
         * @constructor
         * @param {diag.FreezeFrame.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const FreezeFrame = function (properties) {
            this.before = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * FreezeFrame receivedAt.
         * @member {number|Long} receivedAt
         * @memberof diag.FreezeFrame
         * @instance
         */
        FreezeFrame.prototype.receivedAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * FreezeFrame before.
         * @member {Array.<diag.SeriesPoints.$Properties>} before
         * @memberof diag.FreezeFrame
         * @instance
         */
        FreezeFrame.prototype.before = $util.emptyArray;

        /**
         * Creates a new FreezeFrame instance using the specified properties.
         * @function create
         * @memberof diag.FreezeFrame
         * @static
         * @param {diag.FreezeFrame.$Properties=} [properties] Properties to set
         * @returns {diag.FreezeFrame} FreezeFrame instance
         * @type {{
         *   (properties: diag.FreezeFrame.$Shape): diag.FreezeFrame & diag.FreezeFrame.$Shape;
         *   (properties?: diag.FreezeFrame.$Properties): diag.FreezeFrame;
         * }}
         */
        FreezeFrame.create = function(properties) {
            return new FreezeFrame(properties);
        };

        /**
         * Encodes the specified FreezeFrame message. Does not implicitly {@link diag.FreezeFrame.verify|verify} messages.
         * @function encode
         * @memberof diag.FreezeFrame
         * @static
         * @param {diag.FreezeFrame.$Properties} message FreezeFrame message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        FreezeFrame.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.receivedAt != null && $Object.hasOwnProperty.call(message, "receivedAt") && (typeof message.receivedAt === "object" ? message.receivedAt.low || message.receivedAt.high : message.receivedAt !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.receivedAt);
            if (message.before != null && message.before.length)
                for (let i = 0; i < message.before.length; ++i)
                    $root.diag.SeriesPoints.encode(message.before[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a FreezeFrame message from the specified reader or buffer.
         * @function decode
         * @memberof diag.FreezeFrame
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.FreezeFrame & diag.FreezeFrame.$Shape} FreezeFrame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        FreezeFrame.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.FreezeFrame();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.receivedAt = value;
                        else
                            delete message.receivedAt;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.before && message.before.length))
                            message.before = [];
                        message.before.push($root.diag.SeriesPoints.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a FreezeFrame message.
         * @function verify
         * @memberof diag.FreezeFrame
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        FreezeFrame.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.receivedAt != null && $Object.hasOwnProperty.call(message, "receivedAt"))
                if (!$util.isInteger(message.receivedAt) && !(message.receivedAt && $util.isInteger(message.receivedAt.low) && $util.isInteger(message.receivedAt.high)))
                    return "receivedAt: integer|Long expected";
            if (message.before != null && $Object.hasOwnProperty.call(message, "before")) {
                if (!$Array.isArray(message.before))
                    return "before: array expected";
                for (let i = 0; i < message.before.length; ++i) {
                    let error = $root.diag.SeriesPoints.verify(message.before[i], _depth + 1);
                    if (error)
                        return "before." + error;
                }
            }
            return null;
        };

        /**
         * Creates a FreezeFrame message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.FreezeFrame
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.FreezeFrame} FreezeFrame
         */
        FreezeFrame.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.FreezeFrame)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.FreezeFrame: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.FreezeFrame();
            if (object.receivedAt != null)
                if (typeof object.receivedAt === "object" ? object.receivedAt.low || object.receivedAt.high : $Number(object.receivedAt) !== 0)
                    if ($util.Long)
                        message.receivedAt = $util.Long.fromValue(object.receivedAt, true);
                    else if (typeof object.receivedAt === "string")
                        message.receivedAt = $parseInt(object.receivedAt, 10);
                    else if (typeof object.receivedAt === "number")
                        message.receivedAt = object.receivedAt;
                    else if (typeof object.receivedAt === "object")
                        message.receivedAt = new $util.LongBits(object.receivedAt.low >>> 0, object.receivedAt.high >>> 0).toNumber(true);
            if (object.before) {
                if (!$Array.isArray(object.before))
                    throw $TypeError(".diag.FreezeFrame.before: array expected");
                message.before = $Array(object.before.length);
                for (let i = 0; i < object.before.length; ++i) {
                    if (!$util.isObject(object.before[i]))
                        throw $TypeError(".diag.FreezeFrame.before: object expected");
                    message.before[i] = $root.diag.SeriesPoints.fromObject(object.before[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a FreezeFrame message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.FreezeFrame
         * @static
         * @param {diag.FreezeFrame} message FreezeFrame
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        FreezeFrame.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.before = [];
            if (options.defaults)
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.receivedAt = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.receivedAt = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            if (message.receivedAt != null && $Object.hasOwnProperty.call(message, "receivedAt"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.receivedAt = typeof message.receivedAt === "number" ? $BigInt(message.receivedAt) : $util.Long.fromBits(message.receivedAt.low >>> 0, message.receivedAt.high >>> 0, true).toBigInt();
                else if (typeof message.receivedAt === "number")
                    object.receivedAt = options.longs === $String ? $String(message.receivedAt) : message.receivedAt;
                else
                    object.receivedAt = options.longs === $String ? $util.Long.prototype.toString.call(message.receivedAt) : options.longs === $Number ? new $util.LongBits(message.receivedAt.low >>> 0, message.receivedAt.high >>> 0).toNumber(true) : message.receivedAt;
            if (message.before && message.before.length) {
                object.before = $Array(message.before.length);
                for (let j = 0; j < message.before.length; ++j)
                    object.before[j] = $root.diag.SeriesPoints.toObject(message.before[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this FreezeFrame to JSON.
         * @function toJSON
         * @memberof diag.FreezeFrame
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        FreezeFrame.prototype.toJSON = function() {
            return FreezeFrame.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for FreezeFrame
         * @function getTypeUrl
         * @memberof diag.FreezeFrame
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        FreezeFrame.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.FreezeFrame";
        };

        return FreezeFrame;
    })();

    diag.SeriesPoints = (function() {

        /**
         * Properties of a SeriesPoints.
         * @typedef {Object} diag.SeriesPoints.$Properties
         * @property {string|null} [name] SeriesPoints name
         * @property {Array.<number|Long>|null} [receivedAt] SeriesPoints receivedAt
         * @property {Array.<number>|null} [values] SeriesPoints values
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SeriesPoints.
         * @memberof diag
         * @interface ISeriesPoints
         * @augments diag.SeriesPoints.$Properties
         * @deprecated Use diag.SeriesPoints.$Properties instead.
         */

        /**
         * Shape of a SeriesPoints.
         * @typedef {diag.SeriesPoints.$Properties} diag.SeriesPoints.$Shape
         */

        /**
         * Constructs a new SeriesPoints.
         * @memberof diag
         * @classdesc Represents a SeriesPoints.
         * @constructor
         * @param {diag.SeriesPoints.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SeriesPoints = function (properties) {
            this.receivedAt = [];
            this.values = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SeriesPoints name.
         * @member {string} name
         * @memberof diag.SeriesPoints
         * @instance
         */
        SeriesPoints.prototype.name = "";

        /**
         * SeriesPoints receivedAt.
         * @member {Array.<number|Long>} receivedAt
         * @memberof diag.SeriesPoints
         * @instance
         */
        SeriesPoints.prototype.receivedAt = $util.emptyArray;

        /**
         * SeriesPoints values.
         * @member {Array.<number>} values
         * @memberof diag.SeriesPoints
         * @instance
         */
        SeriesPoints.prototype.values = $util.emptyArray;

        /**
         * Creates a new SeriesPoints instance using the specified properties.
         * @function create
         * @memberof diag.SeriesPoints
         * @static
         * @param {diag.SeriesPoints.$Properties=} [properties] Properties to set
         * @returns {diag.SeriesPoints} SeriesPoints instance
         * @type {{
         *   (properties: diag.SeriesPoints.$Shape): diag.SeriesPoints & diag.SeriesPoints.$Shape;
         *   (properties?: diag.SeriesPoints.$Properties): diag.SeriesPoints;
         * }}
         */
        SeriesPoints.create = function(properties) {
            return new SeriesPoints(properties);
        };

        /**
         * Encodes the specified SeriesPoints message. Does not implicitly {@link diag.SeriesPoints.verify|verify} messages.
         * @function encode
         * @memberof diag.SeriesPoints
         * @static
         * @param {diag.SeriesPoints.$Properties} message SeriesPoints message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SeriesPoints.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.receivedAt != null && message.receivedAt.length)
                writer.uint32(/* id 2, wireType 2 =*/18).uint64s(message.receivedAt);
            if (message.values != null && message.values.length)
                writer.uint32(/* id 3, wireType 2 =*/26).doubles(message.values);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SeriesPoints message from the specified reader or buffer.
         * @function decode
         * @memberof diag.SeriesPoints
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.SeriesPoints & diag.SeriesPoints.$Shape} SeriesPoints
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SeriesPoints.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.SeriesPoints();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType === 2) {
                            if (!(message.receivedAt && message.receivedAt.length))
                                message.receivedAt = [];
                            reader.uint64s(message.receivedAt);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.receivedAt && message.receivedAt.length))
                            message.receivedAt = [];
                        message.receivedAt.push(reader.uint64());
                        continue;
                    }
                case 3: {
                        if (wireType === 2) {
                            if (!(message.values && message.values.length))
                                message.values = [];
                            reader.doubles(message.values);
                            continue;
                        }
                        if (wireType !== 1)
                            break;
                        if (!(message.values && message.values.length))
                            message.values = [];
                        message.values.push(reader.double());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a SeriesPoints message.
         * @function verify
         * @memberof diag.SeriesPoints
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        SeriesPoints.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                if (!$util.isString(message.name))
                    return "name: string expected";
            if (message.receivedAt != null && $Object.hasOwnProperty.call(message, "receivedAt")) {
                if (!$Array.isArray(message.receivedAt))
                    return "receivedAt: array expected";
                for (let i = 0; i < message.receivedAt.length; ++i)
                    if (!$util.isInteger(message.receivedAt[i]) && !(message.receivedAt[i] && $util.isInteger(message.receivedAt[i].low) && $util.isInteger(message.receivedAt[i].high)))
                        return "receivedAt: integer|Long[] expected";
            }
            if (message.values != null && $Object.hasOwnProperty.call(message, "values")) {
                if (!$Array.isArray(message.values))
                    return "values: array expected";
                for (let i = 0; i < message.values.length; ++i)
                    if (typeof message.values[i] !== "number")
                        return "values: number[] expected";
            }
            return null;
        };

        /**
         * Creates a SeriesPoints message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.SeriesPoints
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.SeriesPoints} SeriesPoints
         */
        SeriesPoints.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.SeriesPoints)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.SeriesPoints: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.SeriesPoints();
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.receivedAt) {
                if (!$Array.isArray(object.receivedAt))
                    throw $TypeError(".diag.SeriesPoints.receivedAt: array expected");
                message.receivedAt = $Array(object.receivedAt.length);
                for (let i = 0; i < object.receivedAt.length; ++i)
                    if ($util.Long)
                        message.receivedAt[i] = $util.Long.fromValue(object.receivedAt[i], true);
                    else if (typeof object.receivedAt[i] === "string")
                        message.receivedAt[i] = $parseInt(object.receivedAt[i], 10);
                    else if (typeof object.receivedAt[i] === "number")
                        message.receivedAt[i] = object.receivedAt[i];
                    else if (typeof object.receivedAt[i] === "object")
                        message.receivedAt[i] = new $util.LongBits(object.receivedAt[i].low >>> 0, object.receivedAt[i].high >>> 0).toNumber(true);
            }
            if (object.values) {
                if (!$Array.isArray(object.values))
                    throw $TypeError(".diag.SeriesPoints.values: array expected");
                message.values = $Array(object.values.length);
                for (let i = 0; i < object.values.length; ++i)
                    message.values[i] = $Number(object.values[i]);
            }
            return message;
        };

        /**
         * Creates a plain object from a SeriesPoints message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.SeriesPoints
         * @static
         * @param {diag.SeriesPoints} message SeriesPoints
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        SeriesPoints.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.receivedAt = [];
                object.values = [];
            }
            if (options.defaults)
                object.name = "";
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.receivedAt && message.receivedAt.length) {
                object.receivedAt = $Array(message.receivedAt.length);
                for (let j = 0; j < message.receivedAt.length; ++j)
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.receivedAt[j] = typeof message.receivedAt[j] === "number" ? $BigInt(message.receivedAt[j]) : $util.Long.fromBits(message.receivedAt[j].low >>> 0, message.receivedAt[j].high >>> 0, true).toBigInt();
                    else if (typeof message.receivedAt[j] === "number")
                        object.receivedAt[j] = options.longs === $String ? $String(message.receivedAt[j]) : message.receivedAt[j];
                    else
                        object.receivedAt[j] = options.longs === $String ? $util.Long.prototype.toString.call(message.receivedAt[j]) : options.longs === $Number ? new $util.LongBits(message.receivedAt[j].low >>> 0, message.receivedAt[j].high >>> 0).toNumber(true) : message.receivedAt[j];
            }
            if (message.values && message.values.length) {
                object.values = $Array(message.values.length);
                for (let j = 0; j < message.values.length; ++j)
                    object.values[j] = options.json && !$isFinite(message.values[j]) ? $String(message.values[j]) : message.values[j];
            }
            return object;
        };

        /**
         * Converts this SeriesPoints to JSON.
         * @function toJSON
         * @memberof diag.SeriesPoints
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        SeriesPoints.prototype.toJSON = function() {
            return SeriesPoints.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for SeriesPoints
         * @function getTypeUrl
         * @memberof diag.SeriesPoints
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SeriesPoints.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.SeriesPoints";
        };

        return SeriesPoints;
    })();

    diag.ErrorRecord = (function() {

        /**
         * Properties of an ErrorRecord.
         * @typedef {Object} diag.ErrorRecord.$Properties
         * @property {string|null} [channel] ErrorRecord channel
         * @property {string|null} [code] ErrorRecord code
         * @property {boolean|null} [testFailed] ErrorRecord testFailed
         * @property {boolean|null} [pending] ErrorRecord pending
         * @property {boolean|null} [confirmed] ErrorRecord confirmed
         * @property {boolean|null} [testNotCompleted] ErrorRecord testNotCompleted
         * @property {number|null} [debounce] ErrorRecord debounce
         * @property {number|null} [occurrences] ErrorRecord occurrences
         * @property {number|Long|null} [firstAt] ErrorRecord firstAt
         * @property {number|Long|null} [lastAt] ErrorRecord lastAt
         * @property {number|Long|null} [clearedAt] ErrorRecord clearedAt
         * @property {string|null} [detail] ErrorRecord detail
         * @property {Array.<diag.FreezeFrame.$Properties>|null} [firstFrames] ErrorRecord firstFrames
         * @property {Array.<diag.FreezeFrame.$Properties>|null} [lastFrames] ErrorRecord lastFrames
         * @property {number|null} [healingCycles] ErrorRecord healingCycles
         * @property {boolean|null} [aged] ErrorRecord aged
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an ErrorRecord.
         * @memberof diag
         * @interface IErrorRecord
         * @augments diag.ErrorRecord.$Properties
         * @deprecated Use diag.ErrorRecord.$Properties instead.
         */

        /**
         * Shape of an ErrorRecord.
         * @typedef {diag.ErrorRecord.$Properties} diag.ErrorRecord.$Shape
         */

        /**
         * Constructs a new ErrorRecord.
         * @memberof diag
         * @classdesc Represents an ErrorRecord.
         * @constructor
         * @param {diag.ErrorRecord.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ErrorRecord = function (properties) {
            this.firstFrames = [];
            this.lastFrames = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ErrorRecord channel.
         * @member {string} channel
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.channel = "";

        /**
         * ErrorRecord code.
         * @member {string} code
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.code = "";

        /**
         * ErrorRecord testFailed.
         * @member {boolean} testFailed
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.testFailed = false;

        /**
         * ErrorRecord pending.
         * @member {boolean} pending
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.pending = false;

        /**
         * ErrorRecord confirmed.
         * @member {boolean} confirmed
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.confirmed = false;

        /**
         * ErrorRecord testNotCompleted.
         * @member {boolean} testNotCompleted
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.testNotCompleted = false;

        /**
         * ErrorRecord debounce.
         * @member {number} debounce
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.debounce = 0;

        /**
         * ErrorRecord occurrences.
         * @member {number} occurrences
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.occurrences = 0;

        /**
         * ErrorRecord firstAt.
         * @member {number|Long} firstAt
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.firstAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ErrorRecord lastAt.
         * @member {number|Long} lastAt
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.lastAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ErrorRecord clearedAt.
         * @member {number|Long} clearedAt
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.clearedAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ErrorRecord detail.
         * @member {string} detail
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.detail = "";

        /**
         * ErrorRecord firstFrames.
         * @member {Array.<diag.FreezeFrame.$Properties>} firstFrames
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.firstFrames = $util.emptyArray;

        /**
         * ErrorRecord lastFrames.
         * @member {Array.<diag.FreezeFrame.$Properties>} lastFrames
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.lastFrames = $util.emptyArray;

        /**
         * ErrorRecord healingCycles.
         * @member {number} healingCycles
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.healingCycles = 0;

        /**
         * ErrorRecord aged.
         * @member {boolean} aged
         * @memberof diag.ErrorRecord
         * @instance
         */
        ErrorRecord.prototype.aged = false;

        /**
         * Creates a new ErrorRecord instance using the specified properties.
         * @function create
         * @memberof diag.ErrorRecord
         * @static
         * @param {diag.ErrorRecord.$Properties=} [properties] Properties to set
         * @returns {diag.ErrorRecord} ErrorRecord instance
         * @type {{
         *   (properties: diag.ErrorRecord.$Shape): diag.ErrorRecord & diag.ErrorRecord.$Shape;
         *   (properties?: diag.ErrorRecord.$Properties): diag.ErrorRecord;
         * }}
         */
        ErrorRecord.create = function(properties) {
            return new ErrorRecord(properties);
        };

        /**
         * Encodes the specified ErrorRecord message. Does not implicitly {@link diag.ErrorRecord.verify|verify} messages.
         * @function encode
         * @memberof diag.ErrorRecord
         * @static
         * @param {diag.ErrorRecord.$Properties} message ErrorRecord message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ErrorRecord.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.channel != null && $Object.hasOwnProperty.call(message, "channel") && message.channel !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.channel);
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
            if (message.testFailed != null && $Object.hasOwnProperty.call(message, "testFailed") && message.testFailed !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.testFailed);
            if (message.pending != null && $Object.hasOwnProperty.call(message, "pending") && message.pending !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.pending);
            if (message.confirmed != null && $Object.hasOwnProperty.call(message, "confirmed") && message.confirmed !== false)
                writer.uint32(/* id 5, wireType 0 =*/40).bool(message.confirmed);
            if (message.testNotCompleted != null && $Object.hasOwnProperty.call(message, "testNotCompleted") && message.testNotCompleted !== false)
                writer.uint32(/* id 6, wireType 0 =*/48).bool(message.testNotCompleted);
            if (message.debounce != null && $Object.hasOwnProperty.call(message, "debounce") && message.debounce !== 0)
                writer.uint32(/* id 7, wireType 0 =*/56).sint32(message.debounce);
            if (message.occurrences != null && $Object.hasOwnProperty.call(message, "occurrences") && message.occurrences !== 0)
                writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.occurrences);
            if (message.firstAt != null && $Object.hasOwnProperty.call(message, "firstAt") && (typeof message.firstAt === "object" ? message.firstAt.low || message.firstAt.high : message.firstAt !== 0))
                writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.firstAt);
            if (message.lastAt != null && $Object.hasOwnProperty.call(message, "lastAt") && (typeof message.lastAt === "object" ? message.lastAt.low || message.lastAt.high : message.lastAt !== 0))
                writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.lastAt);
            if (message.clearedAt != null && $Object.hasOwnProperty.call(message, "clearedAt") && (typeof message.clearedAt === "object" ? message.clearedAt.low || message.clearedAt.high : message.clearedAt !== 0))
                writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.clearedAt);
            if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                writer.uint32(/* id 12, wireType 2 =*/98).string(message.detail);
            if (message.firstFrames != null && message.firstFrames.length)
                for (let i = 0; i < message.firstFrames.length; ++i)
                    $root.diag.FreezeFrame.encode(message.firstFrames[i], writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
            if (message.lastFrames != null && message.lastFrames.length)
                for (let i = 0; i < message.lastFrames.length; ++i)
                    $root.diag.FreezeFrame.encode(message.lastFrames[i], writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
            if (message.healingCycles != null && $Object.hasOwnProperty.call(message, "healingCycles") && message.healingCycles !== 0)
                writer.uint32(/* id 16, wireType 0 =*/128).uint32(message.healingCycles);
            if (message.aged != null && $Object.hasOwnProperty.call(message, "aged") && message.aged !== false)
                writer.uint32(/* id 17, wireType 0 =*/136).bool(message.aged);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an ErrorRecord message from the specified reader or buffer.
         * @function decode
         * @memberof diag.ErrorRecord
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.ErrorRecord & diag.ErrorRecord.$Shape} ErrorRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ErrorRecord.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.ErrorRecord();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.channel = value;
                        else
                            delete message.channel;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.testFailed = value;
                        else
                            delete message.testFailed;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.pending = value;
                        else
                            delete message.pending;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.confirmed = value;
                        else
                            delete message.confirmed;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.testNotCompleted = value;
                        else
                            delete message.testNotCompleted;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.sint32())
                            message.debounce = value;
                        else
                            delete message.debounce;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.occurrences = value;
                        else
                            delete message.occurrences;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.firstAt = value;
                        else
                            delete message.firstAt;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.lastAt = value;
                        else
                            delete message.lastAt;
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.clearedAt = value;
                        else
                            delete message.clearedAt;
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.detail = value;
                        else
                            delete message.detail;
                        continue;
                    }
                case 13: {
                        if (wireType !== 2)
                            break;
                        if (!(message.firstFrames && message.firstFrames.length))
                            message.firstFrames = [];
                        message.firstFrames.push($root.diag.FreezeFrame.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 14: {
                        if (wireType !== 2)
                            break;
                        if (!(message.lastFrames && message.lastFrames.length))
                            message.lastFrames = [];
                        message.lastFrames.push($root.diag.FreezeFrame.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 16: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.healingCycles = value;
                        else
                            delete message.healingCycles;
                        continue;
                    }
                case 17: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.aged = value;
                        else
                            delete message.aged;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies an ErrorRecord message.
         * @function verify
         * @memberof diag.ErrorRecord
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ErrorRecord.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                if (!$util.isString(message.channel))
                    return "channel: string expected";
            if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                if (!$util.isString(message.code))
                    return "code: string expected";
            if (message.testFailed != null && $Object.hasOwnProperty.call(message, "testFailed"))
                if (typeof message.testFailed !== "boolean")
                    return "testFailed: boolean expected";
            if (message.pending != null && $Object.hasOwnProperty.call(message, "pending"))
                if (typeof message.pending !== "boolean")
                    return "pending: boolean expected";
            if (message.confirmed != null && $Object.hasOwnProperty.call(message, "confirmed"))
                if (typeof message.confirmed !== "boolean")
                    return "confirmed: boolean expected";
            if (message.testNotCompleted != null && $Object.hasOwnProperty.call(message, "testNotCompleted"))
                if (typeof message.testNotCompleted !== "boolean")
                    return "testNotCompleted: boolean expected";
            if (message.debounce != null && $Object.hasOwnProperty.call(message, "debounce"))
                if (!$util.isInteger(message.debounce))
                    return "debounce: integer expected";
            if (message.occurrences != null && $Object.hasOwnProperty.call(message, "occurrences"))
                if (!$util.isInteger(message.occurrences))
                    return "occurrences: integer expected";
            if (message.firstAt != null && $Object.hasOwnProperty.call(message, "firstAt"))
                if (!$util.isInteger(message.firstAt) && !(message.firstAt && $util.isInteger(message.firstAt.low) && $util.isInteger(message.firstAt.high)))
                    return "firstAt: integer|Long expected";
            if (message.lastAt != null && $Object.hasOwnProperty.call(message, "lastAt"))
                if (!$util.isInteger(message.lastAt) && !(message.lastAt && $util.isInteger(message.lastAt.low) && $util.isInteger(message.lastAt.high)))
                    return "lastAt: integer|Long expected";
            if (message.clearedAt != null && $Object.hasOwnProperty.call(message, "clearedAt"))
                if (!$util.isInteger(message.clearedAt) && !(message.clearedAt && $util.isInteger(message.clearedAt.low) && $util.isInteger(message.clearedAt.high)))
                    return "clearedAt: integer|Long expected";
            if (message.detail != null && $Object.hasOwnProperty.call(message, "detail"))
                if (!$util.isString(message.detail))
                    return "detail: string expected";
            if (message.firstFrames != null && $Object.hasOwnProperty.call(message, "firstFrames")) {
                if (!$Array.isArray(message.firstFrames))
                    return "firstFrames: array expected";
                for (let i = 0; i < message.firstFrames.length; ++i) {
                    let error = $root.diag.FreezeFrame.verify(message.firstFrames[i], _depth + 1);
                    if (error)
                        return "firstFrames." + error;
                }
            }
            if (message.lastFrames != null && $Object.hasOwnProperty.call(message, "lastFrames")) {
                if (!$Array.isArray(message.lastFrames))
                    return "lastFrames: array expected";
                for (let i = 0; i < message.lastFrames.length; ++i) {
                    let error = $root.diag.FreezeFrame.verify(message.lastFrames[i], _depth + 1);
                    if (error)
                        return "lastFrames." + error;
                }
            }
            if (message.healingCycles != null && $Object.hasOwnProperty.call(message, "healingCycles"))
                if (!$util.isInteger(message.healingCycles))
                    return "healingCycles: integer expected";
            if (message.aged != null && $Object.hasOwnProperty.call(message, "aged"))
                if (typeof message.aged !== "boolean")
                    return "aged: boolean expected";
            return null;
        };

        /**
         * Creates an ErrorRecord message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.ErrorRecord
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.ErrorRecord} ErrorRecord
         */
        ErrorRecord.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.ErrorRecord)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.ErrorRecord: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.ErrorRecord();
            if (object.channel != null)
                if (typeof object.channel !== "string" || object.channel.length)
                    message.channel = $String(object.channel);
            if (object.code != null)
                if (typeof object.code !== "string" || object.code.length)
                    message.code = $String(object.code);
            if (object.testFailed != null)
                if (object.testFailed)
                    message.testFailed = $Boolean(object.testFailed);
            if (object.pending != null)
                if (object.pending)
                    message.pending = $Boolean(object.pending);
            if (object.confirmed != null)
                if (object.confirmed)
                    message.confirmed = $Boolean(object.confirmed);
            if (object.testNotCompleted != null)
                if (object.testNotCompleted)
                    message.testNotCompleted = $Boolean(object.testNotCompleted);
            if (object.debounce != null)
                if ($Number(object.debounce) !== 0)
                    message.debounce = object.debounce | 0;
            if (object.occurrences != null)
                if ($Number(object.occurrences) !== 0)
                    message.occurrences = object.occurrences >>> 0;
            if (object.firstAt != null)
                if (typeof object.firstAt === "object" ? object.firstAt.low || object.firstAt.high : $Number(object.firstAt) !== 0)
                    if ($util.Long)
                        message.firstAt = $util.Long.fromValue(object.firstAt, true);
                    else if (typeof object.firstAt === "string")
                        message.firstAt = $parseInt(object.firstAt, 10);
                    else if (typeof object.firstAt === "number")
                        message.firstAt = object.firstAt;
                    else if (typeof object.firstAt === "object")
                        message.firstAt = new $util.LongBits(object.firstAt.low >>> 0, object.firstAt.high >>> 0).toNumber(true);
            if (object.lastAt != null)
                if (typeof object.lastAt === "object" ? object.lastAt.low || object.lastAt.high : $Number(object.lastAt) !== 0)
                    if ($util.Long)
                        message.lastAt = $util.Long.fromValue(object.lastAt, true);
                    else if (typeof object.lastAt === "string")
                        message.lastAt = $parseInt(object.lastAt, 10);
                    else if (typeof object.lastAt === "number")
                        message.lastAt = object.lastAt;
                    else if (typeof object.lastAt === "object")
                        message.lastAt = new $util.LongBits(object.lastAt.low >>> 0, object.lastAt.high >>> 0).toNumber(true);
            if (object.clearedAt != null)
                if (typeof object.clearedAt === "object" ? object.clearedAt.low || object.clearedAt.high : $Number(object.clearedAt) !== 0)
                    if ($util.Long)
                        message.clearedAt = $util.Long.fromValue(object.clearedAt, true);
                    else if (typeof object.clearedAt === "string")
                        message.clearedAt = $parseInt(object.clearedAt, 10);
                    else if (typeof object.clearedAt === "number")
                        message.clearedAt = object.clearedAt;
                    else if (typeof object.clearedAt === "object")
                        message.clearedAt = new $util.LongBits(object.clearedAt.low >>> 0, object.clearedAt.high >>> 0).toNumber(true);
            if (object.detail != null)
                if (typeof object.detail !== "string" || object.detail.length)
                    message.detail = $String(object.detail);
            if (object.firstFrames) {
                if (!$Array.isArray(object.firstFrames))
                    throw $TypeError(".diag.ErrorRecord.firstFrames: array expected");
                message.firstFrames = $Array(object.firstFrames.length);
                for (let i = 0; i < object.firstFrames.length; ++i) {
                    if (!$util.isObject(object.firstFrames[i]))
                        throw $TypeError(".diag.ErrorRecord.firstFrames: object expected");
                    message.firstFrames[i] = $root.diag.FreezeFrame.fromObject(object.firstFrames[i], _depth + 1);
                }
            }
            if (object.lastFrames) {
                if (!$Array.isArray(object.lastFrames))
                    throw $TypeError(".diag.ErrorRecord.lastFrames: array expected");
                message.lastFrames = $Array(object.lastFrames.length);
                for (let i = 0; i < object.lastFrames.length; ++i) {
                    if (!$util.isObject(object.lastFrames[i]))
                        throw $TypeError(".diag.ErrorRecord.lastFrames: object expected");
                    message.lastFrames[i] = $root.diag.FreezeFrame.fromObject(object.lastFrames[i], _depth + 1);
                }
            }
            if (object.healingCycles != null)
                if ($Number(object.healingCycles) !== 0)
                    message.healingCycles = object.healingCycles >>> 0;
            if (object.aged != null)
                if (object.aged)
                    message.aged = $Boolean(object.aged);
            return message;
        };

        /**
         * Creates a plain object from an ErrorRecord message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.ErrorRecord
         * @static
         * @param {diag.ErrorRecord} message ErrorRecord
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ErrorRecord.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.firstFrames = [];
                object.lastFrames = [];
            }
            if (options.defaults) {
                object.channel = "";
                object.code = "";
                object.testFailed = false;
                object.pending = false;
                object.confirmed = false;
                object.testNotCompleted = false;
                object.debounce = 0;
                object.occurrences = 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.firstAt = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.firstAt = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.lastAt = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.lastAt = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.clearedAt = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.clearedAt = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.detail = "";
                object.healingCycles = 0;
                object.aged = false;
            }
            if (message.channel != null && $Object.hasOwnProperty.call(message, "channel"))
                object.channel = message.channel;
            if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                object.code = message.code;
            if (message.testFailed != null && $Object.hasOwnProperty.call(message, "testFailed"))
                object.testFailed = message.testFailed;
            if (message.pending != null && $Object.hasOwnProperty.call(message, "pending"))
                object.pending = message.pending;
            if (message.confirmed != null && $Object.hasOwnProperty.call(message, "confirmed"))
                object.confirmed = message.confirmed;
            if (message.testNotCompleted != null && $Object.hasOwnProperty.call(message, "testNotCompleted"))
                object.testNotCompleted = message.testNotCompleted;
            if (message.debounce != null && $Object.hasOwnProperty.call(message, "debounce"))
                object.debounce = message.debounce;
            if (message.occurrences != null && $Object.hasOwnProperty.call(message, "occurrences"))
                object.occurrences = message.occurrences;
            if (message.firstAt != null && $Object.hasOwnProperty.call(message, "firstAt"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.firstAt = typeof message.firstAt === "number" ? $BigInt(message.firstAt) : $util.Long.fromBits(message.firstAt.low >>> 0, message.firstAt.high >>> 0, true).toBigInt();
                else if (typeof message.firstAt === "number")
                    object.firstAt = options.longs === $String ? $String(message.firstAt) : message.firstAt;
                else
                    object.firstAt = options.longs === $String ? $util.Long.prototype.toString.call(message.firstAt) : options.longs === $Number ? new $util.LongBits(message.firstAt.low >>> 0, message.firstAt.high >>> 0).toNumber(true) : message.firstAt;
            if (message.lastAt != null && $Object.hasOwnProperty.call(message, "lastAt"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.lastAt = typeof message.lastAt === "number" ? $BigInt(message.lastAt) : $util.Long.fromBits(message.lastAt.low >>> 0, message.lastAt.high >>> 0, true).toBigInt();
                else if (typeof message.lastAt === "number")
                    object.lastAt = options.longs === $String ? $String(message.lastAt) : message.lastAt;
                else
                    object.lastAt = options.longs === $String ? $util.Long.prototype.toString.call(message.lastAt) : options.longs === $Number ? new $util.LongBits(message.lastAt.low >>> 0, message.lastAt.high >>> 0).toNumber(true) : message.lastAt;
            if (message.clearedAt != null && $Object.hasOwnProperty.call(message, "clearedAt"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.clearedAt = typeof message.clearedAt === "number" ? $BigInt(message.clearedAt) : $util.Long.fromBits(message.clearedAt.low >>> 0, message.clearedAt.high >>> 0, true).toBigInt();
                else if (typeof message.clearedAt === "number")
                    object.clearedAt = options.longs === $String ? $String(message.clearedAt) : message.clearedAt;
                else
                    object.clearedAt = options.longs === $String ? $util.Long.prototype.toString.call(message.clearedAt) : options.longs === $Number ? new $util.LongBits(message.clearedAt.low >>> 0, message.clearedAt.high >>> 0).toNumber(true) : message.clearedAt;
            if (message.detail != null && $Object.hasOwnProperty.call(message, "detail"))
                object.detail = message.detail;
            if (message.firstFrames && message.firstFrames.length) {
                object.firstFrames = $Array(message.firstFrames.length);
                for (let j = 0; j < message.firstFrames.length; ++j)
                    object.firstFrames[j] = $root.diag.FreezeFrame.toObject(message.firstFrames[j], options, _depth + 1);
            }
            if (message.lastFrames && message.lastFrames.length) {
                object.lastFrames = $Array(message.lastFrames.length);
                for (let j = 0; j < message.lastFrames.length; ++j)
                    object.lastFrames[j] = $root.diag.FreezeFrame.toObject(message.lastFrames[j], options, _depth + 1);
            }
            if (message.healingCycles != null && $Object.hasOwnProperty.call(message, "healingCycles"))
                object.healingCycles = message.healingCycles;
            if (message.aged != null && $Object.hasOwnProperty.call(message, "aged"))
                object.aged = message.aged;
            return object;
        };

        /**
         * Converts this ErrorRecord to JSON.
         * @function toJSON
         * @memberof diag.ErrorRecord
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ErrorRecord.prototype.toJSON = function() {
            return ErrorRecord.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ErrorRecord
         * @function getTypeUrl
         * @memberof diag.ErrorRecord
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ErrorRecord.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.ErrorRecord";
        };

        return ErrorRecord;
    })();

    diag.FirmwareState = (function() {

        /**
         * Properties of a FirmwareState.
         * @typedef {Object} diag.FirmwareState.$Properties
         * @property {diag.MetricValue.$Properties|null} [state] FirmwareState state
         * @property {diag.MetricValue.$Properties|null} [result] FirmwareState result
         * @property {diag.MetricValue.$Properties|null} [version] FirmwareState version
         * @property {diag.MetricValue.$Properties|null} [versionSub] FirmwareState versionSub
         * @property {diag.MetricValue.$Properties|null} [target] FirmwareState target
         * @property {diag.MetricValue.$Properties|null} [slotState] FirmwareState slotState
         * @property {diag.MetricValue.$Properties|null} [progress] FirmwareState progress
         * @property {Array.<diag.FirmwareSlot.$Properties>|null} [slots] FirmwareState slots
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a FirmwareState.
         * @memberof diag
         * @interface IFirmwareState
         * @augments diag.FirmwareState.$Properties
         * @deprecated Use diag.FirmwareState.$Properties instead.
         */

        /**
         * Shape of a FirmwareState.
         * @typedef {{
         *   state?: diag.MetricValue.$Shape|null;
         *   result?: diag.MetricValue.$Shape|null;
         *   version?: diag.MetricValue.$Shape|null;
         *   versionSub?: diag.MetricValue.$Shape|null;
         *   target?: diag.MetricValue.$Shape|null;
         *   slotState?: diag.MetricValue.$Shape|null;
         *   progress?: diag.MetricValue.$Shape|null;
         *   slots?: Array.<diag.FirmwareSlot.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} diag.FirmwareState.$Shape
         */

        /**
         * Constructs a new FirmwareState.
         * @memberof diag
         * @classdesc Represents a FirmwareState.
         * @constructor
         * @param {diag.FirmwareState.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const FirmwareState = function (properties) {
            this.slots = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * FirmwareState state.
         * @member {diag.MetricValue.$Properties|null|undefined} state
         * @memberof diag.FirmwareState
         * @instance
         */
        FirmwareState.prototype.state = null;

        /**
         * FirmwareState result.
         * @member {diag.MetricValue.$Properties|null|undefined} result
         * @memberof diag.FirmwareState
         * @instance
         */
        FirmwareState.prototype.result = null;

        /**
         * FirmwareState version.
         * @member {diag.MetricValue.$Properties|null|undefined} version
         * @memberof diag.FirmwareState
         * @instance
         */
        FirmwareState.prototype.version = null;

        /**
         * FirmwareState versionSub.
         * @member {diag.MetricValue.$Properties|null|undefined} versionSub
         * @memberof diag.FirmwareState
         * @instance
         */
        FirmwareState.prototype.versionSub = null;

        /**
         * FirmwareState target.
         * @member {diag.MetricValue.$Properties|null|undefined} target
         * @memberof diag.FirmwareState
         * @instance
         */
        FirmwareState.prototype.target = null;

        /**
         * FirmwareState slotState.
         * @member {diag.MetricValue.$Properties|null|undefined} slotState
         * @memberof diag.FirmwareState
         * @instance
         */
        FirmwareState.prototype.slotState = null;

        /**
         * FirmwareState progress.
         * @member {diag.MetricValue.$Properties|null|undefined} progress
         * @memberof diag.FirmwareState
         * @instance
         */
        FirmwareState.prototype.progress = null;

        /**
         * FirmwareState slots.
         * @member {Array.<diag.FirmwareSlot.$Properties>} slots
         * @memberof diag.FirmwareState
         * @instance
         */
        FirmwareState.prototype.slots = $util.emptyArray;

        /**
         * Creates a new FirmwareState instance using the specified properties.
         * @function create
         * @memberof diag.FirmwareState
         * @static
         * @param {diag.FirmwareState.$Properties=} [properties] Properties to set
         * @returns {diag.FirmwareState} FirmwareState instance
         * @type {{
         *   (properties: diag.FirmwareState.$Shape): diag.FirmwareState & diag.FirmwareState.$Shape;
         *   (properties?: diag.FirmwareState.$Properties): diag.FirmwareState;
         * }}
         */
        FirmwareState.create = function(properties) {
            return new FirmwareState(properties);
        };

        /**
         * Encodes the specified FirmwareState message. Does not implicitly {@link diag.FirmwareState.verify|verify} messages.
         * @function encode
         * @memberof diag.FirmwareState
         * @static
         * @param {diag.FirmwareState.$Properties} message FirmwareState message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        FirmwareState.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                $root.diag.MetricValue.encode(message.state, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                $root.diag.MetricValue.encode(message.result, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                $root.diag.MetricValue.encode(message.version, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.versionSub != null && $Object.hasOwnProperty.call(message, "versionSub"))
                $root.diag.MetricValue.encode(message.versionSub, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.target != null && $Object.hasOwnProperty.call(message, "target"))
                $root.diag.MetricValue.encode(message.target, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.slotState != null && $Object.hasOwnProperty.call(message, "slotState"))
                $root.diag.MetricValue.encode(message.slotState, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.progress != null && $Object.hasOwnProperty.call(message, "progress"))
                $root.diag.MetricValue.encode(message.progress, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.slots != null && message.slots.length)
                for (let i = 0; i < message.slots.length; ++i)
                    $root.diag.FirmwareSlot.encode(message.slots[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a FirmwareState message from the specified reader or buffer.
         * @function decode
         * @memberof diag.FirmwareState
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.FirmwareState & diag.FirmwareState.$Shape} FirmwareState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        FirmwareState.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.FirmwareState();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.state = $root.diag.MetricValue.decode(reader, reader.size(), $undefined, _depth + 1, message.state);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.result = $root.diag.MetricValue.decode(reader, reader.size(), $undefined, _depth + 1, message.result);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.version = $root.diag.MetricValue.decode(reader, reader.size(), $undefined, _depth + 1, message.version);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.versionSub = $root.diag.MetricValue.decode(reader, reader.size(), $undefined, _depth + 1, message.versionSub);
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.target = $root.diag.MetricValue.decode(reader, reader.size(), $undefined, _depth + 1, message.target);
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.slotState = $root.diag.MetricValue.decode(reader, reader.size(), $undefined, _depth + 1, message.slotState);
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.progress = $root.diag.MetricValue.decode(reader, reader.size(), $undefined, _depth + 1, message.progress);
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if (!(message.slots && message.slots.length))
                            message.slots = [];
                        message.slots.push($root.diag.FirmwareSlot.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a FirmwareState message.
         * @function verify
         * @memberof diag.FirmwareState
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        FirmwareState.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.state != null && $Object.hasOwnProperty.call(message, "state")) {
                let error = $root.diag.MetricValue.verify(message.state, _depth + 1);
                if (error)
                    return "state." + error;
            }
            if (message.result != null && $Object.hasOwnProperty.call(message, "result")) {
                let error = $root.diag.MetricValue.verify(message.result, _depth + 1);
                if (error)
                    return "result." + error;
            }
            if (message.version != null && $Object.hasOwnProperty.call(message, "version")) {
                let error = $root.diag.MetricValue.verify(message.version, _depth + 1);
                if (error)
                    return "version." + error;
            }
            if (message.versionSub != null && $Object.hasOwnProperty.call(message, "versionSub")) {
                let error = $root.diag.MetricValue.verify(message.versionSub, _depth + 1);
                if (error)
                    return "versionSub." + error;
            }
            if (message.target != null && $Object.hasOwnProperty.call(message, "target")) {
                let error = $root.diag.MetricValue.verify(message.target, _depth + 1);
                if (error)
                    return "target." + error;
            }
            if (message.slotState != null && $Object.hasOwnProperty.call(message, "slotState")) {
                let error = $root.diag.MetricValue.verify(message.slotState, _depth + 1);
                if (error)
                    return "slotState." + error;
            }
            if (message.progress != null && $Object.hasOwnProperty.call(message, "progress")) {
                let error = $root.diag.MetricValue.verify(message.progress, _depth + 1);
                if (error)
                    return "progress." + error;
            }
            if (message.slots != null && $Object.hasOwnProperty.call(message, "slots")) {
                if (!$Array.isArray(message.slots))
                    return "slots: array expected";
                for (let i = 0; i < message.slots.length; ++i) {
                    let error = $root.diag.FirmwareSlot.verify(message.slots[i], _depth + 1);
                    if (error)
                        return "slots." + error;
                }
            }
            return null;
        };

        /**
         * Creates a FirmwareState message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.FirmwareState
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.FirmwareState} FirmwareState
         */
        FirmwareState.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.FirmwareState)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.FirmwareState: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.FirmwareState();
            if (object.state != null) {
                if (!$util.isObject(object.state))
                    throw $TypeError(".diag.FirmwareState.state: object expected");
                message.state = $root.diag.MetricValue.fromObject(object.state, _depth + 1);
            }
            if (object.result != null) {
                if (!$util.isObject(object.result))
                    throw $TypeError(".diag.FirmwareState.result: object expected");
                message.result = $root.diag.MetricValue.fromObject(object.result, _depth + 1);
            }
            if (object.version != null) {
                if (!$util.isObject(object.version))
                    throw $TypeError(".diag.FirmwareState.version: object expected");
                message.version = $root.diag.MetricValue.fromObject(object.version, _depth + 1);
            }
            if (object.versionSub != null) {
                if (!$util.isObject(object.versionSub))
                    throw $TypeError(".diag.FirmwareState.versionSub: object expected");
                message.versionSub = $root.diag.MetricValue.fromObject(object.versionSub, _depth + 1);
            }
            if (object.target != null) {
                if (!$util.isObject(object.target))
                    throw $TypeError(".diag.FirmwareState.target: object expected");
                message.target = $root.diag.MetricValue.fromObject(object.target, _depth + 1);
            }
            if (object.slotState != null) {
                if (!$util.isObject(object.slotState))
                    throw $TypeError(".diag.FirmwareState.slotState: object expected");
                message.slotState = $root.diag.MetricValue.fromObject(object.slotState, _depth + 1);
            }
            if (object.progress != null) {
                if (!$util.isObject(object.progress))
                    throw $TypeError(".diag.FirmwareState.progress: object expected");
                message.progress = $root.diag.MetricValue.fromObject(object.progress, _depth + 1);
            }
            if (object.slots) {
                if (!$Array.isArray(object.slots))
                    throw $TypeError(".diag.FirmwareState.slots: array expected");
                message.slots = $Array(object.slots.length);
                for (let i = 0; i < object.slots.length; ++i) {
                    if (!$util.isObject(object.slots[i]))
                        throw $TypeError(".diag.FirmwareState.slots: object expected");
                    message.slots[i] = $root.diag.FirmwareSlot.fromObject(object.slots[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a FirmwareState message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.FirmwareState
         * @static
         * @param {diag.FirmwareState} message FirmwareState
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        FirmwareState.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults)
                object.slots = [];
            if (options.defaults) {
                object.state = null;
                object.result = null;
                object.version = null;
                object.versionSub = null;
                object.target = null;
                object.slotState = null;
                object.progress = null;
            }
            if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                object.state = $root.diag.MetricValue.toObject(message.state, options, _depth + 1);
            if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                object.result = $root.diag.MetricValue.toObject(message.result, options, _depth + 1);
            if (message.version != null && $Object.hasOwnProperty.call(message, "version"))
                object.version = $root.diag.MetricValue.toObject(message.version, options, _depth + 1);
            if (message.versionSub != null && $Object.hasOwnProperty.call(message, "versionSub"))
                object.versionSub = $root.diag.MetricValue.toObject(message.versionSub, options, _depth + 1);
            if (message.target != null && $Object.hasOwnProperty.call(message, "target"))
                object.target = $root.diag.MetricValue.toObject(message.target, options, _depth + 1);
            if (message.slotState != null && $Object.hasOwnProperty.call(message, "slotState"))
                object.slotState = $root.diag.MetricValue.toObject(message.slotState, options, _depth + 1);
            if (message.progress != null && $Object.hasOwnProperty.call(message, "progress"))
                object.progress = $root.diag.MetricValue.toObject(message.progress, options, _depth + 1);
            if (message.slots && message.slots.length) {
                object.slots = $Array(message.slots.length);
                for (let j = 0; j < message.slots.length; ++j)
                    object.slots[j] = $root.diag.FirmwareSlot.toObject(message.slots[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this FirmwareState to JSON.
         * @function toJSON
         * @memberof diag.FirmwareState
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        FirmwareState.prototype.toJSON = function() {
            return FirmwareState.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for FirmwareState
         * @function getTypeUrl
         * @memberof diag.FirmwareState
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        FirmwareState.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.FirmwareState";
        };

        return FirmwareState;
    })();

    diag.Connection = (function() {

        /**
         * Properties of a Connection.
         * @typedef {Object} diag.Connection.$Properties
         * @property {boolean|null} [online] Connection online
         * @property {number|Long|null} [since] Connection since
         * @property {number|Long|null} [heardAt] Connection heardAt
         * @property {number|null} [heardAgoMs] Connection heardAgoMs
         * @property {boolean|null} [presenceUnknown] Connection presenceUnknown
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Connection.
         * @memberof diag
         * @interface IConnection
         * @augments diag.Connection.$Properties
         * @deprecated Use diag.Connection.$Properties instead.
         */

        /**
         * Shape of a Connection.
         * @typedef {diag.Connection.$Properties} diag.Connection.$Shape
         */

        /**
         * Constructs a new Connection.
         * @memberof diag
         * @classdesc Represents a Connection.
         * @constructor
         * @param {diag.Connection.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Connection = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Connection online.
         * @member {boolean} online
         * @memberof diag.Connection
         * @instance
         */
        Connection.prototype.online = false;

        /**
         * Connection since.
         * @member {number|Long} since
         * @memberof diag.Connection
         * @instance
         */
        Connection.prototype.since = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Connection heardAt.
         * @member {number|Long} heardAt
         * @memberof diag.Connection
         * @instance
         */
        Connection.prototype.heardAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Connection heardAgoMs.
         * @member {number|null|undefined} heardAgoMs
         * @memberof diag.Connection
         * @instance
         */
        Connection.prototype.heardAgoMs = null;

        /**
         * Connection presenceUnknown.
         * @member {boolean} presenceUnknown
         * @memberof diag.Connection
         * @instance
         */
        Connection.prototype.presenceUnknown = false;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(Connection.prototype, "_heardAgoMs", {
            get: $util.oneOfGetter($oneOfFields = ["heardAgoMs"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new Connection instance using the specified properties.
         * @function create
         * @memberof diag.Connection
         * @static
         * @param {diag.Connection.$Properties=} [properties] Properties to set
         * @returns {diag.Connection} Connection instance
         * @type {{
         *   (properties: diag.Connection.$Shape): diag.Connection & diag.Connection.$Shape;
         *   (properties?: diag.Connection.$Properties): diag.Connection;
         * }}
         */
        Connection.create = function(properties) {
            return new Connection(properties);
        };

        /**
         * Encodes the specified Connection message. Does not implicitly {@link diag.Connection.verify|verify} messages.
         * @function encode
         * @memberof diag.Connection
         * @static
         * @param {diag.Connection.$Properties} message Connection message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Connection.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.online != null && $Object.hasOwnProperty.call(message, "online") && message.online !== false)
                writer.uint32(/* id 1, wireType 0 =*/8).bool(message.online);
            if (message.since != null && $Object.hasOwnProperty.call(message, "since") && (typeof message.since === "object" ? message.since.low || message.since.high : message.since !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.since);
            if (message.heardAt != null && $Object.hasOwnProperty.call(message, "heardAt") && (typeof message.heardAt === "object" ? message.heardAt.low || message.heardAt.high : message.heardAt !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.heardAt);
            if (message.heardAgoMs != null && $Object.hasOwnProperty.call(message, "heardAgoMs"))
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.heardAgoMs);
            if (message.presenceUnknown != null && $Object.hasOwnProperty.call(message, "presenceUnknown") && message.presenceUnknown !== false)
                writer.uint32(/* id 5, wireType 0 =*/40).bool(message.presenceUnknown);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Connection message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Connection
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Connection & diag.Connection.$Shape} Connection
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Connection.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Connection();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.online = value;
                        else
                            delete message.online;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.since = value;
                        else
                            delete message.since;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.heardAt = value;
                        else
                            delete message.heardAt;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        message.heardAgoMs = reader.uint32();
                        message._heardAgoMs = "heardAgoMs";
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.presenceUnknown = value;
                        else
                            delete message.presenceUnknown;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a Connection message.
         * @function verify
         * @memberof diag.Connection
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Connection.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            let properties = {};
            if (message.online != null && $Object.hasOwnProperty.call(message, "online"))
                if (typeof message.online !== "boolean")
                    return "online: boolean expected";
            if (message.since != null && $Object.hasOwnProperty.call(message, "since"))
                if (!$util.isInteger(message.since) && !(message.since && $util.isInteger(message.since.low) && $util.isInteger(message.since.high)))
                    return "since: integer|Long expected";
            if (message.heardAt != null && $Object.hasOwnProperty.call(message, "heardAt"))
                if (!$util.isInteger(message.heardAt) && !(message.heardAt && $util.isInteger(message.heardAt.low) && $util.isInteger(message.heardAt.high)))
                    return "heardAt: integer|Long expected";
            if (message.heardAgoMs != null && $Object.hasOwnProperty.call(message, "heardAgoMs")) {
                properties._heardAgoMs = 1;
                if (!$util.isInteger(message.heardAgoMs))
                    return "heardAgoMs: integer expected";
            }
            if (message.presenceUnknown != null && $Object.hasOwnProperty.call(message, "presenceUnknown"))
                if (typeof message.presenceUnknown !== "boolean")
                    return "presenceUnknown: boolean expected";
            return null;
        };

        /**
         * Creates a Connection message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Connection
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Connection} Connection
         */
        Connection.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Connection)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Connection: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Connection();
            if (object.online != null)
                if (object.online)
                    message.online = $Boolean(object.online);
            if (object.since != null)
                if (typeof object.since === "object" ? object.since.low || object.since.high : $Number(object.since) !== 0)
                    if ($util.Long)
                        message.since = $util.Long.fromValue(object.since, true);
                    else if (typeof object.since === "string")
                        message.since = $parseInt(object.since, 10);
                    else if (typeof object.since === "number")
                        message.since = object.since;
                    else if (typeof object.since === "object")
                        message.since = new $util.LongBits(object.since.low >>> 0, object.since.high >>> 0).toNumber(true);
            if (object.heardAt != null)
                if (typeof object.heardAt === "object" ? object.heardAt.low || object.heardAt.high : $Number(object.heardAt) !== 0)
                    if ($util.Long)
                        message.heardAt = $util.Long.fromValue(object.heardAt, true);
                    else if (typeof object.heardAt === "string")
                        message.heardAt = $parseInt(object.heardAt, 10);
                    else if (typeof object.heardAt === "number")
                        message.heardAt = object.heardAt;
                    else if (typeof object.heardAt === "object")
                        message.heardAt = new $util.LongBits(object.heardAt.low >>> 0, object.heardAt.high >>> 0).toNumber(true);
            if (object.heardAgoMs != null)
                message.heardAgoMs = object.heardAgoMs >>> 0;
            if (object.presenceUnknown != null)
                if (object.presenceUnknown)
                    message.presenceUnknown = $Boolean(object.presenceUnknown);
            return message;
        };

        /**
         * Creates a plain object from a Connection message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Connection
         * @static
         * @param {diag.Connection} message Connection
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Connection.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.online = false;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.since = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.since = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.heardAt = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.heardAt = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.presenceUnknown = false;
            }
            if (message.online != null && $Object.hasOwnProperty.call(message, "online"))
                object.online = message.online;
            if (message.since != null && $Object.hasOwnProperty.call(message, "since"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.since = typeof message.since === "number" ? $BigInt(message.since) : $util.Long.fromBits(message.since.low >>> 0, message.since.high >>> 0, true).toBigInt();
                else if (typeof message.since === "number")
                    object.since = options.longs === $String ? $String(message.since) : message.since;
                else
                    object.since = options.longs === $String ? $util.Long.prototype.toString.call(message.since) : options.longs === $Number ? new $util.LongBits(message.since.low >>> 0, message.since.high >>> 0).toNumber(true) : message.since;
            if (message.heardAt != null && $Object.hasOwnProperty.call(message, "heardAt"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.heardAt = typeof message.heardAt === "number" ? $BigInt(message.heardAt) : $util.Long.fromBits(message.heardAt.low >>> 0, message.heardAt.high >>> 0, true).toBigInt();
                else if (typeof message.heardAt === "number")
                    object.heardAt = options.longs === $String ? $String(message.heardAt) : message.heardAt;
                else
                    object.heardAt = options.longs === $String ? $util.Long.prototype.toString.call(message.heardAt) : options.longs === $Number ? new $util.LongBits(message.heardAt.low >>> 0, message.heardAt.high >>> 0).toNumber(true) : message.heardAt;
            if (message.heardAgoMs != null && $Object.hasOwnProperty.call(message, "heardAgoMs"))
                object.heardAgoMs = message.heardAgoMs;
            if (message.presenceUnknown != null && $Object.hasOwnProperty.call(message, "presenceUnknown"))
                object.presenceUnknown = message.presenceUnknown;
            return object;
        };

        /**
         * Converts this Connection to JSON.
         * @function toJSON
         * @memberof diag.Connection
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Connection.prototype.toJSON = function() {
            return Connection.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Connection
         * @function getTypeUrl
         * @memberof diag.Connection
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Connection.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Connection";
        };

        return Connection;
    })();

    diag.Snapshot = (function() {

        /**
         * Properties of a Snapshot.
         * @typedef {Object} diag.Snapshot.$Properties
         * @property {string|null} [viewId] Snapshot viewId
         * @property {string|null} [caseId] Snapshot caseId
         * @property {string|null} [deviceId] Snapshot deviceId
         * @property {string|null} [model] Snapshot model
         * @property {string|null} [packVersion] Snapshot packVersion
         * @property {Array.<diag.DataClass>|null} [classes] Snapshot classes
         * @property {number|null} [expiresInMs] Snapshot expiresInMs
         * @property {diag.Connection.$Properties|null} [connection] Snapshot connection
         * @property {Array.<diag.MetricValue.$Properties>|null} [metrics] Snapshot metrics
         * @property {Array.<diag.ErrorRecord.$Properties>|null} [errors] Snapshot errors
         * @property {boolean|null} [errorsKnown] Snapshot errorsKnown
         * @property {diag.FirmwareState.$Properties|null} [firmware] Snapshot firmware
         * @property {Array.<diag.SeriesPoints.$Properties>|null} [history] Snapshot history
         * @property {Array.<string>|null} [limits] Snapshot limits
         * @property {diag.Localisation.$Properties|null} [localisation] Snapshot localisation
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Snapshot.
         * @memberof diag
         * @interface ISnapshot
         * @augments diag.Snapshot.$Properties
         * @deprecated Use diag.Snapshot.$Properties instead.
         */

        /**
         * Shape of a Snapshot.
         * @typedef {{
         *   viewId?: string|null;
         *   caseId?: string|null;
         *   deviceId?: string|null;
         *   model?: string|null;
         *   packVersion?: string|null;
         *   classes?: Array.<diag.DataClass>|null;
         *   expiresInMs?: number|null;
         *   connection?: diag.Connection.$Shape|null;
         *   metrics?: Array.<diag.MetricValue.$Shape>|null;
         *   errors?: Array.<diag.ErrorRecord.$Shape>|null;
         *   errorsKnown?: boolean|null;
         *   firmware?: diag.FirmwareState.$Shape|null;
         *   history?: Array.<diag.SeriesPoints.$Shape>|null;
         *   limits?: Array.<string>|null;
         *   localisation?: diag.Localisation.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} diag.Snapshot.$Shape
         */

        /**
         * Constructs a new Snapshot.
         * @memberof diag
         * @classdesc Represents a Snapshot.
         * @constructor
         * @param {diag.Snapshot.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Snapshot = function (properties) {
            this.classes = [];
            this.metrics = [];
            this.errors = [];
            this.history = [];
            this.limits = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Snapshot viewId.
         * @member {string} viewId
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.viewId = "";

        /**
         * Snapshot caseId.
         * @member {string} caseId
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.caseId = "";

        /**
         * Snapshot deviceId.
         * @member {string} deviceId
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.deviceId = "";

        /**
         * Snapshot model.
         * @member {string} model
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.model = "";

        /**
         * Snapshot packVersion.
         * @member {string} packVersion
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.packVersion = "";

        /**
         * Snapshot classes.
         * @member {Array.<diag.DataClass>} classes
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.classes = $util.emptyArray;

        /**
         * Snapshot expiresInMs.
         * @member {number} expiresInMs
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.expiresInMs = 0;

        /**
         * Snapshot connection.
         * @member {diag.Connection.$Properties|null|undefined} connection
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.connection = null;

        /**
         * Snapshot metrics.
         * @member {Array.<diag.MetricValue.$Properties>} metrics
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.metrics = $util.emptyArray;

        /**
         * Snapshot errors.
         * @member {Array.<diag.ErrorRecord.$Properties>} errors
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.errors = $util.emptyArray;

        /**
         * Snapshot errorsKnown.
         * @member {boolean} errorsKnown
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.errorsKnown = false;

        /**
         * Snapshot firmware.
         * @member {diag.FirmwareState.$Properties|null|undefined} firmware
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.firmware = null;

        /**
         * Snapshot history.
         * @member {Array.<diag.SeriesPoints.$Properties>} history
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.history = $util.emptyArray;

        /**
         * Snapshot limits.
         * @member {Array.<string>} limits
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.limits = $util.emptyArray;

        /**
         * Snapshot localisation.
         * @member {diag.Localisation.$Properties|null|undefined} localisation
         * @memberof diag.Snapshot
         * @instance
         */
        Snapshot.prototype.localisation = null;

        /**
         * Creates a new Snapshot instance using the specified properties.
         * @function create
         * @memberof diag.Snapshot
         * @static
         * @param {diag.Snapshot.$Properties=} [properties] Properties to set
         * @returns {diag.Snapshot} Snapshot instance
         * @type {{
         *   (properties: diag.Snapshot.$Shape): diag.Snapshot & diag.Snapshot.$Shape;
         *   (properties?: diag.Snapshot.$Properties): diag.Snapshot;
         * }}
         */
        Snapshot.create = function(properties) {
            return new Snapshot(properties);
        };

        /**
         * Encodes the specified Snapshot message. Does not implicitly {@link diag.Snapshot.verify|verify} messages.
         * @function encode
         * @memberof diag.Snapshot
         * @static
         * @param {diag.Snapshot.$Properties} message Snapshot message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Snapshot.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.viewId != null && $Object.hasOwnProperty.call(message, "viewId") && message.viewId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.viewId);
            if (message.caseId != null && $Object.hasOwnProperty.call(message, "caseId") && message.caseId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.caseId);
            if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId") && message.deviceId !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.deviceId);
            if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.model);
            if (message.packVersion != null && $Object.hasOwnProperty.call(message, "packVersion") && message.packVersion !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.packVersion);
            if (message.classes != null && message.classes.length)
                writer.uint32(/* id 6, wireType 2 =*/50).int32s(message.classes);
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs") && message.expiresInMs !== 0)
                writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.expiresInMs);
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection"))
                $root.diag.Connection.encode(message.connection, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.metrics != null && message.metrics.length)
                for (let i = 0; i < message.metrics.length; ++i)
                    $root.diag.MetricValue.encode(message.metrics[i], writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
            if (message.errors != null && message.errors.length)
                for (let i = 0; i < message.errors.length; ++i)
                    $root.diag.ErrorRecord.encode(message.errors[i], writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
            if (message.errorsKnown != null && $Object.hasOwnProperty.call(message, "errorsKnown") && message.errorsKnown !== false)
                writer.uint32(/* id 11, wireType 0 =*/88).bool(message.errorsKnown);
            if (message.firmware != null && $Object.hasOwnProperty.call(message, "firmware"))
                $root.diag.FirmwareState.encode(message.firmware, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
            if (message.history != null && message.history.length)
                for (let i = 0; i < message.history.length; ++i)
                    $root.diag.SeriesPoints.encode(message.history[i], writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
            if (message.limits != null && message.limits.length)
                for (let i = 0; i < message.limits.length; ++i)
                    writer.uint32(/* id 14, wireType 2 =*/114).string(message.limits[i]);
            if (message.localisation != null && $Object.hasOwnProperty.call(message, "localisation"))
                $root.diag.Localisation.encode(message.localisation, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Snapshot message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Snapshot
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Snapshot & diag.Snapshot.$Shape} Snapshot
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Snapshot.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Snapshot();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.viewId = value;
                        else
                            delete message.viewId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.caseId = value;
                        else
                            delete message.caseId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.deviceId = value;
                        else
                            delete message.deviceId;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.model = value;
                        else
                            delete message.model;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.packVersion = value;
                        else
                            delete message.packVersion;
                        continue;
                    }
                case 6: {
                        if (wireType === 2) {
                            if (!(message.classes && message.classes.length))
                                message.classes = [];
                            reader.int32s(message.classes);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.classes && message.classes.length))
                            message.classes = [];
                        message.classes.push(reader.int32());
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.expiresInMs = value;
                        else
                            delete message.expiresInMs;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.connection = $root.diag.Connection.decode(reader, reader.size(), $undefined, _depth + 1, message.connection);
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        if (!(message.metrics && message.metrics.length))
                            message.metrics = [];
                        message.metrics.push($root.diag.MetricValue.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        if (!(message.errors && message.errors.length))
                            message.errors = [];
                        message.errors.push($root.diag.ErrorRecord.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.errorsKnown = value;
                        else
                            delete message.errorsKnown;
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        message.firmware = $root.diag.FirmwareState.decode(reader, reader.size(), $undefined, _depth + 1, message.firmware);
                        continue;
                    }
                case 13: {
                        if (wireType !== 2)
                            break;
                        if (!(message.history && message.history.length))
                            message.history = [];
                        message.history.push($root.diag.SeriesPoints.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 14: {
                        if (wireType !== 2)
                            break;
                        if (!(message.limits && message.limits.length))
                            message.limits = [];
                        message.limits.push(reader.stringVerify());
                        continue;
                    }
                case 15: {
                        if (wireType !== 2)
                            break;
                        message.localisation = $root.diag.Localisation.decode(reader, reader.size(), $undefined, _depth + 1, message.localisation);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a Snapshot message.
         * @function verify
         * @memberof diag.Snapshot
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Snapshot.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.viewId != null && $Object.hasOwnProperty.call(message, "viewId"))
                if (!$util.isString(message.viewId))
                    return "viewId: string expected";
            if (message.caseId != null && $Object.hasOwnProperty.call(message, "caseId"))
                if (!$util.isString(message.caseId))
                    return "caseId: string expected";
            if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId"))
                if (!$util.isString(message.deviceId))
                    return "deviceId: string expected";
            if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                if (!$util.isString(message.model))
                    return "model: string expected";
            if (message.packVersion != null && $Object.hasOwnProperty.call(message, "packVersion"))
                if (!$util.isString(message.packVersion))
                    return "packVersion: string expected";
            if (message.classes != null && $Object.hasOwnProperty.call(message, "classes")) {
                if (!$Array.isArray(message.classes))
                    return "classes: array expected";
                for (let i = 0; i < message.classes.length; ++i)
                    if (typeof message.classes[i] !== "number" || (message.classes[i] | 0) !== message.classes[i])
                        return "classes: enum value[] expected";
            }
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs"))
                if (!$util.isInteger(message.expiresInMs))
                    return "expiresInMs: integer expected";
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection")) {
                let error = $root.diag.Connection.verify(message.connection, _depth + 1);
                if (error)
                    return "connection." + error;
            }
            if (message.metrics != null && $Object.hasOwnProperty.call(message, "metrics")) {
                if (!$Array.isArray(message.metrics))
                    return "metrics: array expected";
                for (let i = 0; i < message.metrics.length; ++i) {
                    let error = $root.diag.MetricValue.verify(message.metrics[i], _depth + 1);
                    if (error)
                        return "metrics." + error;
                }
            }
            if (message.errors != null && $Object.hasOwnProperty.call(message, "errors")) {
                if (!$Array.isArray(message.errors))
                    return "errors: array expected";
                for (let i = 0; i < message.errors.length; ++i) {
                    let error = $root.diag.ErrorRecord.verify(message.errors[i], _depth + 1);
                    if (error)
                        return "errors." + error;
                }
            }
            if (message.errorsKnown != null && $Object.hasOwnProperty.call(message, "errorsKnown"))
                if (typeof message.errorsKnown !== "boolean")
                    return "errorsKnown: boolean expected";
            if (message.firmware != null && $Object.hasOwnProperty.call(message, "firmware")) {
                let error = $root.diag.FirmwareState.verify(message.firmware, _depth + 1);
                if (error)
                    return "firmware." + error;
            }
            if (message.history != null && $Object.hasOwnProperty.call(message, "history")) {
                if (!$Array.isArray(message.history))
                    return "history: array expected";
                for (let i = 0; i < message.history.length; ++i) {
                    let error = $root.diag.SeriesPoints.verify(message.history[i], _depth + 1);
                    if (error)
                        return "history." + error;
                }
            }
            if (message.limits != null && $Object.hasOwnProperty.call(message, "limits")) {
                if (!$Array.isArray(message.limits))
                    return "limits: array expected";
                for (let i = 0; i < message.limits.length; ++i)
                    if (!$util.isString(message.limits[i]))
                        return "limits: string[] expected";
            }
            if (message.localisation != null && $Object.hasOwnProperty.call(message, "localisation")) {
                let error = $root.diag.Localisation.verify(message.localisation, _depth + 1);
                if (error)
                    return "localisation." + error;
            }
            return null;
        };

        /**
         * Creates a Snapshot message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Snapshot
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Snapshot} Snapshot
         */
        Snapshot.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Snapshot)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Snapshot: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Snapshot();
            if (object.viewId != null)
                if (typeof object.viewId !== "string" || object.viewId.length)
                    message.viewId = $String(object.viewId);
            if (object.caseId != null)
                if (typeof object.caseId !== "string" || object.caseId.length)
                    message.caseId = $String(object.caseId);
            if (object.deviceId != null)
                if (typeof object.deviceId !== "string" || object.deviceId.length)
                    message.deviceId = $String(object.deviceId);
            if (object.model != null)
                if (typeof object.model !== "string" || object.model.length)
                    message.model = $String(object.model);
            if (object.packVersion != null)
                if (typeof object.packVersion !== "string" || object.packVersion.length)
                    message.packVersion = $String(object.packVersion);
            if (object.classes) {
                if (!$Array.isArray(object.classes))
                    throw $TypeError(".diag.Snapshot.classes: array expected");
                message.classes = [];
                for (let i = 0; i < object.classes.length; ++i)
                    switch (object.classes[i]) {
                    case "DATA_CLASS_UNSPECIFIED":
                    case 0:
                        message.classes[message.classes.length] = 0;
                        break;
                    case "DATA_CLASS_STATUS":
                    case 1:
                        message.classes[message.classes.length] = 1;
                        break;
                    case "DATA_CLASS_ERRORS":
                    case 2:
                        message.classes[message.classes.length] = 2;
                        break;
                    case "DATA_CLASS_FIRMWARE":
                    case 3:
                        message.classes[message.classes.length] = 3;
                        break;
                    case "DATA_CLASS_TELEMETRY":
                    case 4:
                        message.classes[message.classes.length] = 4;
                        break;
                    case "DATA_CLASS_NETWORK":
                    case 5:
                        message.classes[message.classes.length] = 5;
                        break;
                    case "DATA_CLASS_SPACE":
                    case 6:
                        message.classes[message.classes.length] = 6;
                        break;
                    case "DATA_CLASS_LOGS":
                    case 7:
                        message.classes[message.classes.length] = 7;
                        break;
                    default:
                        if (typeof object.classes[i] === "number" && (object.classes[i] | 0) === object.classes[i])
                            message.classes[message.classes.length] = object.classes[i];
                    }
            }
            if (object.expiresInMs != null)
                if ($Number(object.expiresInMs) !== 0)
                    message.expiresInMs = object.expiresInMs >>> 0;
            if (object.connection != null) {
                if (!$util.isObject(object.connection))
                    throw $TypeError(".diag.Snapshot.connection: object expected");
                message.connection = $root.diag.Connection.fromObject(object.connection, _depth + 1);
            }
            if (object.metrics) {
                if (!$Array.isArray(object.metrics))
                    throw $TypeError(".diag.Snapshot.metrics: array expected");
                message.metrics = $Array(object.metrics.length);
                for (let i = 0; i < object.metrics.length; ++i) {
                    if (!$util.isObject(object.metrics[i]))
                        throw $TypeError(".diag.Snapshot.metrics: object expected");
                    message.metrics[i] = $root.diag.MetricValue.fromObject(object.metrics[i], _depth + 1);
                }
            }
            if (object.errors) {
                if (!$Array.isArray(object.errors))
                    throw $TypeError(".diag.Snapshot.errors: array expected");
                message.errors = $Array(object.errors.length);
                for (let i = 0; i < object.errors.length; ++i) {
                    if (!$util.isObject(object.errors[i]))
                        throw $TypeError(".diag.Snapshot.errors: object expected");
                    message.errors[i] = $root.diag.ErrorRecord.fromObject(object.errors[i], _depth + 1);
                }
            }
            if (object.errorsKnown != null)
                if (object.errorsKnown)
                    message.errorsKnown = $Boolean(object.errorsKnown);
            if (object.firmware != null) {
                if (!$util.isObject(object.firmware))
                    throw $TypeError(".diag.Snapshot.firmware: object expected");
                message.firmware = $root.diag.FirmwareState.fromObject(object.firmware, _depth + 1);
            }
            if (object.history) {
                if (!$Array.isArray(object.history))
                    throw $TypeError(".diag.Snapshot.history: array expected");
                message.history = $Array(object.history.length);
                for (let i = 0; i < object.history.length; ++i) {
                    if (!$util.isObject(object.history[i]))
                        throw $TypeError(".diag.Snapshot.history: object expected");
                    message.history[i] = $root.diag.SeriesPoints.fromObject(object.history[i], _depth + 1);
                }
            }
            if (object.limits) {
                if (!$Array.isArray(object.limits))
                    throw $TypeError(".diag.Snapshot.limits: array expected");
                message.limits = $Array(object.limits.length);
                for (let i = 0; i < object.limits.length; ++i)
                    message.limits[i] = $String(object.limits[i]);
            }
            if (object.localisation != null) {
                if (!$util.isObject(object.localisation))
                    throw $TypeError(".diag.Snapshot.localisation: object expected");
                message.localisation = $root.diag.Localisation.fromObject(object.localisation, _depth + 1);
            }
            return message;
        };

        /**
         * Creates a plain object from a Snapshot message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Snapshot
         * @static
         * @param {diag.Snapshot} message Snapshot
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Snapshot.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.classes = [];
                object.metrics = [];
                object.errors = [];
                object.history = [];
                object.limits = [];
            }
            if (options.defaults) {
                object.viewId = "";
                object.caseId = "";
                object.deviceId = "";
                object.model = "";
                object.packVersion = "";
                object.expiresInMs = 0;
                object.connection = null;
                object.errorsKnown = false;
                object.firmware = null;
                object.localisation = null;
            }
            if (message.viewId != null && $Object.hasOwnProperty.call(message, "viewId"))
                object.viewId = message.viewId;
            if (message.caseId != null && $Object.hasOwnProperty.call(message, "caseId"))
                object.caseId = message.caseId;
            if (message.deviceId != null && $Object.hasOwnProperty.call(message, "deviceId"))
                object.deviceId = message.deviceId;
            if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                object.model = message.model;
            if (message.packVersion != null && $Object.hasOwnProperty.call(message, "packVersion"))
                object.packVersion = message.packVersion;
            if (message.classes && message.classes.length) {
                object.classes = $Array(message.classes.length);
                for (let j = 0; j < message.classes.length; ++j)
                    object.classes[j] = options.enums === $String ? $root.diag.DataClass[message.classes[j]] === $undefined ? message.classes[j] : $root.diag.DataClass[message.classes[j]] : message.classes[j];
            }
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs"))
                object.expiresInMs = message.expiresInMs;
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection"))
                object.connection = $root.diag.Connection.toObject(message.connection, options, _depth + 1);
            if (message.metrics && message.metrics.length) {
                object.metrics = $Array(message.metrics.length);
                for (let j = 0; j < message.metrics.length; ++j)
                    object.metrics[j] = $root.diag.MetricValue.toObject(message.metrics[j], options, _depth + 1);
            }
            if (message.errors && message.errors.length) {
                object.errors = $Array(message.errors.length);
                for (let j = 0; j < message.errors.length; ++j)
                    object.errors[j] = $root.diag.ErrorRecord.toObject(message.errors[j], options, _depth + 1);
            }
            if (message.errorsKnown != null && $Object.hasOwnProperty.call(message, "errorsKnown"))
                object.errorsKnown = message.errorsKnown;
            if (message.firmware != null && $Object.hasOwnProperty.call(message, "firmware"))
                object.firmware = $root.diag.FirmwareState.toObject(message.firmware, options, _depth + 1);
            if (message.history && message.history.length) {
                object.history = $Array(message.history.length);
                for (let j = 0; j < message.history.length; ++j)
                    object.history[j] = $root.diag.SeriesPoints.toObject(message.history[j], options, _depth + 1);
            }
            if (message.limits && message.limits.length) {
                object.limits = $Array(message.limits.length);
                for (let j = 0; j < message.limits.length; ++j)
                    object.limits[j] = message.limits[j];
            }
            if (message.localisation != null && $Object.hasOwnProperty.call(message, "localisation"))
                object.localisation = $root.diag.Localisation.toObject(message.localisation, options, _depth + 1);
            return object;
        };

        /**
         * Converts this Snapshot to JSON.
         * @function toJSON
         * @memberof diag.Snapshot
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Snapshot.prototype.toJSON = function() {
            return Snapshot.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Snapshot
         * @function getTypeUrl
         * @memberof diag.Snapshot
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Snapshot.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Snapshot";
        };

        return Snapshot;
    })();

    diag.Delta = (function() {

        /**
         * Properties of a Delta.
         * @typedef {Object} diag.Delta.$Properties
         * @property {number|null} [expiresInMs] Delta expiresInMs
         * @property {diag.Connection.$Properties|null} [connection] Delta connection
         * @property {Array.<diag.MetricValue.$Properties>|null} [metrics] Delta metrics
         * @property {Array.<diag.ErrorRecord.$Properties>|null} [errors] Delta errors
         * @property {boolean|null} [errorsKnown] Delta errorsKnown
         * @property {diag.FirmwareState.$Properties|null} [firmware] Delta firmware
         * @property {diag.Localisation.$Properties|null} [localisation] Delta localisation
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Delta.
         * @memberof diag
         * @interface IDelta
         * @augments diag.Delta.$Properties
         * @deprecated Use diag.Delta.$Properties instead.
         */

        /**
         * Shape of a Delta.
         * @typedef {{
         *   expiresInMs?: number|null;
         *   connection?: diag.Connection.$Shape|null;
         *   metrics?: Array.<diag.MetricValue.$Shape>|null;
         *   errors?: Array.<diag.ErrorRecord.$Shape>|null;
         *   errorsKnown?: boolean|null;
         *   firmware?: diag.FirmwareState.$Shape|null;
         *   localisation?: diag.Localisation.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} diag.Delta.$Shape
         */

        /**
         * Constructs a new Delta.
         * @memberof diag
         * @classdesc Represents a Delta.
         * @constructor
         * @param {diag.Delta.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Delta = function (properties) {
            this.metrics = [];
            this.errors = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Delta expiresInMs.
         * @member {number} expiresInMs
         * @memberof diag.Delta
         * @instance
         */
        Delta.prototype.expiresInMs = 0;

        /**
         * Delta connection.
         * @member {diag.Connection.$Properties|null|undefined} connection
         * @memberof diag.Delta
         * @instance
         */
        Delta.prototype.connection = null;

        /**
         * Delta metrics.
         * @member {Array.<diag.MetricValue.$Properties>} metrics
         * @memberof diag.Delta
         * @instance
         */
        Delta.prototype.metrics = $util.emptyArray;

        /**
         * Delta errors.
         * @member {Array.<diag.ErrorRecord.$Properties>} errors
         * @memberof diag.Delta
         * @instance
         */
        Delta.prototype.errors = $util.emptyArray;

        /**
         * Delta errorsKnown.
         * @member {boolean} errorsKnown
         * @memberof diag.Delta
         * @instance
         */
        Delta.prototype.errorsKnown = false;

        /**
         * Delta firmware.
         * @member {diag.FirmwareState.$Properties|null|undefined} firmware
         * @memberof diag.Delta
         * @instance
         */
        Delta.prototype.firmware = null;

        /**
         * Delta localisation.
         * @member {diag.Localisation.$Properties|null|undefined} localisation
         * @memberof diag.Delta
         * @instance
         */
        Delta.prototype.localisation = null;

        /**
         * Creates a new Delta instance using the specified properties.
         * @function create
         * @memberof diag.Delta
         * @static
         * @param {diag.Delta.$Properties=} [properties] Properties to set
         * @returns {diag.Delta} Delta instance
         * @type {{
         *   (properties: diag.Delta.$Shape): diag.Delta & diag.Delta.$Shape;
         *   (properties?: diag.Delta.$Properties): diag.Delta;
         * }}
         */
        Delta.create = function(properties) {
            return new Delta(properties);
        };

        /**
         * Encodes the specified Delta message. Does not implicitly {@link diag.Delta.verify|verify} messages.
         * @function encode
         * @memberof diag.Delta
         * @static
         * @param {diag.Delta.$Properties} message Delta message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Delta.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs") && message.expiresInMs !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.expiresInMs);
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection"))
                $root.diag.Connection.encode(message.connection, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.metrics != null && message.metrics.length)
                for (let i = 0; i < message.metrics.length; ++i)
                    $root.diag.MetricValue.encode(message.metrics[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.errors != null && message.errors.length)
                for (let i = 0; i < message.errors.length; ++i)
                    $root.diag.ErrorRecord.encode(message.errors[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.errorsKnown != null && $Object.hasOwnProperty.call(message, "errorsKnown") && message.errorsKnown !== false)
                writer.uint32(/* id 5, wireType 0 =*/40).bool(message.errorsKnown);
            if (message.firmware != null && $Object.hasOwnProperty.call(message, "firmware"))
                $root.diag.FirmwareState.encode(message.firmware, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.localisation != null && $Object.hasOwnProperty.call(message, "localisation"))
                $root.diag.Localisation.encode(message.localisation, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Delta message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Delta
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Delta & diag.Delta.$Shape} Delta
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Delta.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Delta();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.expiresInMs = value;
                        else
                            delete message.expiresInMs;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.connection = $root.diag.Connection.decode(reader, reader.size(), $undefined, _depth + 1, message.connection);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.metrics && message.metrics.length))
                            message.metrics = [];
                        message.metrics.push($root.diag.MetricValue.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.errors && message.errors.length))
                            message.errors = [];
                        message.errors.push($root.diag.ErrorRecord.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.errorsKnown = value;
                        else
                            delete message.errorsKnown;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.firmware = $root.diag.FirmwareState.decode(reader, reader.size(), $undefined, _depth + 1, message.firmware);
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.localisation = $root.diag.Localisation.decode(reader, reader.size(), $undefined, _depth + 1, message.localisation);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a Delta message.
         * @function verify
         * @memberof diag.Delta
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Delta.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs"))
                if (!$util.isInteger(message.expiresInMs))
                    return "expiresInMs: integer expected";
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection")) {
                let error = $root.diag.Connection.verify(message.connection, _depth + 1);
                if (error)
                    return "connection." + error;
            }
            if (message.metrics != null && $Object.hasOwnProperty.call(message, "metrics")) {
                if (!$Array.isArray(message.metrics))
                    return "metrics: array expected";
                for (let i = 0; i < message.metrics.length; ++i) {
                    let error = $root.diag.MetricValue.verify(message.metrics[i], _depth + 1);
                    if (error)
                        return "metrics." + error;
                }
            }
            if (message.errors != null && $Object.hasOwnProperty.call(message, "errors")) {
                if (!$Array.isArray(message.errors))
                    return "errors: array expected";
                for (let i = 0; i < message.errors.length; ++i) {
                    let error = $root.diag.ErrorRecord.verify(message.errors[i], _depth + 1);
                    if (error)
                        return "errors." + error;
                }
            }
            if (message.errorsKnown != null && $Object.hasOwnProperty.call(message, "errorsKnown"))
                if (typeof message.errorsKnown !== "boolean")
                    return "errorsKnown: boolean expected";
            if (message.firmware != null && $Object.hasOwnProperty.call(message, "firmware")) {
                let error = $root.diag.FirmwareState.verify(message.firmware, _depth + 1);
                if (error)
                    return "firmware." + error;
            }
            if (message.localisation != null && $Object.hasOwnProperty.call(message, "localisation")) {
                let error = $root.diag.Localisation.verify(message.localisation, _depth + 1);
                if (error)
                    return "localisation." + error;
            }
            return null;
        };

        /**
         * Creates a Delta message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Delta
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Delta} Delta
         */
        Delta.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Delta)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Delta: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Delta();
            if (object.expiresInMs != null)
                if ($Number(object.expiresInMs) !== 0)
                    message.expiresInMs = object.expiresInMs >>> 0;
            if (object.connection != null) {
                if (!$util.isObject(object.connection))
                    throw $TypeError(".diag.Delta.connection: object expected");
                message.connection = $root.diag.Connection.fromObject(object.connection, _depth + 1);
            }
            if (object.metrics) {
                if (!$Array.isArray(object.metrics))
                    throw $TypeError(".diag.Delta.metrics: array expected");
                message.metrics = $Array(object.metrics.length);
                for (let i = 0; i < object.metrics.length; ++i) {
                    if (!$util.isObject(object.metrics[i]))
                        throw $TypeError(".diag.Delta.metrics: object expected");
                    message.metrics[i] = $root.diag.MetricValue.fromObject(object.metrics[i], _depth + 1);
                }
            }
            if (object.errors) {
                if (!$Array.isArray(object.errors))
                    throw $TypeError(".diag.Delta.errors: array expected");
                message.errors = $Array(object.errors.length);
                for (let i = 0; i < object.errors.length; ++i) {
                    if (!$util.isObject(object.errors[i]))
                        throw $TypeError(".diag.Delta.errors: object expected");
                    message.errors[i] = $root.diag.ErrorRecord.fromObject(object.errors[i], _depth + 1);
                }
            }
            if (object.errorsKnown != null)
                if (object.errorsKnown)
                    message.errorsKnown = $Boolean(object.errorsKnown);
            if (object.firmware != null) {
                if (!$util.isObject(object.firmware))
                    throw $TypeError(".diag.Delta.firmware: object expected");
                message.firmware = $root.diag.FirmwareState.fromObject(object.firmware, _depth + 1);
            }
            if (object.localisation != null) {
                if (!$util.isObject(object.localisation))
                    throw $TypeError(".diag.Delta.localisation: object expected");
                message.localisation = $root.diag.Localisation.fromObject(object.localisation, _depth + 1);
            }
            return message;
        };

        /**
         * Creates a plain object from a Delta message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Delta
         * @static
         * @param {diag.Delta} message Delta
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Delta.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.metrics = [];
                object.errors = [];
            }
            if (options.defaults) {
                object.expiresInMs = 0;
                object.connection = null;
                object.errorsKnown = false;
                object.firmware = null;
                object.localisation = null;
            }
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs"))
                object.expiresInMs = message.expiresInMs;
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection"))
                object.connection = $root.diag.Connection.toObject(message.connection, options, _depth + 1);
            if (message.metrics && message.metrics.length) {
                object.metrics = $Array(message.metrics.length);
                for (let j = 0; j < message.metrics.length; ++j)
                    object.metrics[j] = $root.diag.MetricValue.toObject(message.metrics[j], options, _depth + 1);
            }
            if (message.errors && message.errors.length) {
                object.errors = $Array(message.errors.length);
                for (let j = 0; j < message.errors.length; ++j)
                    object.errors[j] = $root.diag.ErrorRecord.toObject(message.errors[j], options, _depth + 1);
            }
            if (message.errorsKnown != null && $Object.hasOwnProperty.call(message, "errorsKnown"))
                object.errorsKnown = message.errorsKnown;
            if (message.firmware != null && $Object.hasOwnProperty.call(message, "firmware"))
                object.firmware = $root.diag.FirmwareState.toObject(message.firmware, options, _depth + 1);
            if (message.localisation != null && $Object.hasOwnProperty.call(message, "localisation"))
                object.localisation = $root.diag.Localisation.toObject(message.localisation, options, _depth + 1);
            return object;
        };

        /**
         * Converts this Delta to JSON.
         * @function toJSON
         * @memberof diag.Delta
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Delta.prototype.toJSON = function() {
            return Delta.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Delta
         * @function getTypeUrl
         * @memberof diag.Delta
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Delta.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Delta";
        };

        return Delta;
    })();

    diag.Localisation = (function() {

        /**
         * Properties of a Localisation.
         * @typedef {Object} diag.Localisation.$Properties
         * @property {boolean|null} [call] Localisation call
         * @property {Array.<diag.Hypothesis.$Properties>|null} [hypotheses] Localisation hypotheses
         * @property {number|null} [none] Localisation none
         * @property {number|null} [unmodelled] Localisation unmodelled
         * @property {boolean|null} [abstained] Localisation abstained
         * @property {Array.<string>|null} [headline] Localisation headline
         * @property {Array.<diag.NextStep.$Properties>|null} [next] Localisation next
         * @property {string|null} [stop] Localisation stop
         * @property {string|null} [exit] Localisation exit
         * @property {Array.<diag.SymptomStatus.$Properties>|null} [symptoms] Localisation symptoms
         * @property {Array.<diag.DataClass>|null} [withheld] Localisation withheld
         * @property {Array.<diag.Told.$Properties>|null} [told] Localisation told
         * @property {number|Long|null} [at] Localisation at
         * @property {Array.<diag.SharedTrouble.$Properties>|null} [shared] Localisation shared
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Localisation.
         * @memberof diag
         * @interface ILocalisation
         * @augments diag.Localisation.$Properties
         * @deprecated Use diag.Localisation.$Properties instead.
         */

        /**
         * Shape of a Localisation.
         * @typedef {diag.Localisation.$Properties} diag.Localisation.$Shape
         */

        /**
         * Constructs a new Localisation.
         * @memberof diag
         * @classdesc Represents a Localisation.
         * @constructor
         * @param {diag.Localisation.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Localisation = function (properties) {
            this.hypotheses = [];
            this.headline = [];
            this.next = [];
            this.symptoms = [];
            this.withheld = [];
            this.told = [];
            this.shared = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Localisation call.
         * @member {boolean} call
         * @memberof diag.Localisation
         * @instance
         */
        Localisation.prototype.call = false;

        /**
         * Localisation hypotheses.
         * @member {Array.<diag.Hypothesis.$Properties>} hypotheses
         * @memberof diag.Localisation
         * @instance
         */
        Localisation.prototype.hypotheses = $util.emptyArray;

        /**
         * Localisation none.
         * @member {number} none
         * @memberof diag.Localisation
         * @instance
         */
        Localisation.prototype.none = 0;

        /**
         * Localisation unmodelled.
         * @member {number} unmodelled
         * @memberof diag.Localisation
         * @instance
         */
        Localisation.prototype.unmodelled = 0;

        /**
         * Localisation abstained.
         * @member {boolean} abstained
         * @memberof diag.Localisation
         * @instance
         */
        Localisation.prototype.abstained = false;

        /**
         * Localisation headline.
         * @member {Array.<string>} headline
         * @memberof diag.Localisation
         * @instance
         */
        Localisation.prototype.headline = $util.emptyArray;

        /**
         * Localisation next.
         * @member {Array.<diag.NextStep.$Properties>} next
         * @memberof diag.Localisation
         * @instance
         */
        Localisation.prototype.next = $util.emptyArray;

        /**
         * Localisation stop.
         * @member {string} stop
         * @memberof diag.Localisation
         * @instance
         */
        Localisation.prototype.stop = "";

        /**
         * Localisation exit.
         * @member {string} exit
         * @memberof diag.Localisation
         * @instance
         */
        Localisation.prototype.exit = "";

        /**
         * Localisation symptoms.
         * @member {Array.<diag.SymptomStatus.$Properties>} symptoms
         * @memberof diag.Localisation
         * @instance
         */
        Localisation.prototype.symptoms = $util.emptyArray;

        /**
         * Localisation withheld.
         * @member {Array.<diag.DataClass>} withheld
         * @memberof diag.Localisation
         * @instance
         */
        Localisation.prototype.withheld = $util.emptyArray;

        /**
         * Localisation told.
         * @member {Array.<diag.Told.$Properties>} told
         * @memberof diag.Localisation
         * @instance
         */
        Localisation.prototype.told = $util.emptyArray;

        /**
         * Localisation at.
         * @member {number|Long} at
         * @memberof diag.Localisation
         * @instance
         */
        Localisation.prototype.at = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Localisation shared.
         * @member {Array.<diag.SharedTrouble.$Properties>} shared
         * @memberof diag.Localisation
         * @instance
         */
        Localisation.prototype.shared = $util.emptyArray;

        /**
         * Creates a new Localisation instance using the specified properties.
         * @function create
         * @memberof diag.Localisation
         * @static
         * @param {diag.Localisation.$Properties=} [properties] Properties to set
         * @returns {diag.Localisation} Localisation instance
         * @type {{
         *   (properties: diag.Localisation.$Shape): diag.Localisation & diag.Localisation.$Shape;
         *   (properties?: diag.Localisation.$Properties): diag.Localisation;
         * }}
         */
        Localisation.create = function(properties) {
            return new Localisation(properties);
        };

        /**
         * Encodes the specified Localisation message. Does not implicitly {@link diag.Localisation.verify|verify} messages.
         * @function encode
         * @memberof diag.Localisation
         * @static
         * @param {diag.Localisation.$Properties} message Localisation message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Localisation.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.call != null && $Object.hasOwnProperty.call(message, "call") && message.call !== false)
                writer.uint32(/* id 1, wireType 0 =*/8).bool(message.call);
            if (message.hypotheses != null && message.hypotheses.length)
                for (let i = 0; i < message.hypotheses.length; ++i)
                    $root.diag.Hypothesis.encode(message.hypotheses[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.none != null && $Object.hasOwnProperty.call(message, "none") && !$Object.is(message.none, 0))
                writer.uint32(/* id 3, wireType 1 =*/25).double(message.none);
            if (message.unmodelled != null && $Object.hasOwnProperty.call(message, "unmodelled") && !$Object.is(message.unmodelled, 0))
                writer.uint32(/* id 4, wireType 1 =*/33).double(message.unmodelled);
            if (message.abstained != null && $Object.hasOwnProperty.call(message, "abstained") && message.abstained !== false)
                writer.uint32(/* id 5, wireType 0 =*/40).bool(message.abstained);
            if (message.headline != null && message.headline.length)
                for (let i = 0; i < message.headline.length; ++i)
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.headline[i]);
            if (message.next != null && message.next.length)
                for (let i = 0; i < message.next.length; ++i)
                    $root.diag.NextStep.encode(message.next[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.stop != null && $Object.hasOwnProperty.call(message, "stop") && message.stop !== "")
                writer.uint32(/* id 8, wireType 2 =*/66).string(message.stop);
            if (message.exit != null && $Object.hasOwnProperty.call(message, "exit") && message.exit !== "")
                writer.uint32(/* id 9, wireType 2 =*/74).string(message.exit);
            if (message.symptoms != null && message.symptoms.length)
                for (let i = 0; i < message.symptoms.length; ++i)
                    $root.diag.SymptomStatus.encode(message.symptoms[i], writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
            if (message.withheld != null && message.withheld.length)
                writer.uint32(/* id 11, wireType 2 =*/90).int32s(message.withheld);
            if (message.told != null && message.told.length)
                for (let i = 0; i < message.told.length; ++i)
                    $root.diag.Told.encode(message.told[i], writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
            if (message.at != null && $Object.hasOwnProperty.call(message, "at") && (typeof message.at === "object" ? message.at.low || message.at.high : message.at !== 0))
                writer.uint32(/* id 13, wireType 0 =*/104).uint64(message.at);
            if (message.shared != null && message.shared.length)
                for (let i = 0; i < message.shared.length; ++i)
                    $root.diag.SharedTrouble.encode(message.shared[i], writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Localisation message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Localisation
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Localisation & diag.Localisation.$Shape} Localisation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Localisation.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Localisation();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.call = value;
                        else
                            delete message.call;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.hypotheses && message.hypotheses.length))
                            message.hypotheses = [];
                        message.hypotheses.push($root.diag.Hypothesis.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.none = value;
                        else
                            delete message.none;
                        continue;
                    }
                case 4: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.unmodelled = value;
                        else
                            delete message.unmodelled;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.abstained = value;
                        else
                            delete message.abstained;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (!(message.headline && message.headline.length))
                            message.headline = [];
                        message.headline.push(reader.stringVerify());
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.next && message.next.length))
                            message.next = [];
                        message.next.push($root.diag.NextStep.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.stop = value;
                        else
                            delete message.stop;
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.exit = value;
                        else
                            delete message.exit;
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        if (!(message.symptoms && message.symptoms.length))
                            message.symptoms = [];
                        message.symptoms.push($root.diag.SymptomStatus.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 11: {
                        if (wireType === 2) {
                            if (!(message.withheld && message.withheld.length))
                                message.withheld = [];
                            reader.int32s(message.withheld);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.withheld && message.withheld.length))
                            message.withheld = [];
                        message.withheld.push(reader.int32());
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        if (!(message.told && message.told.length))
                            message.told = [];
                        message.told.push($root.diag.Told.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 13: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.at = value;
                        else
                            delete message.at;
                        continue;
                    }
                case 14: {
                        if (wireType !== 2)
                            break;
                        if (!(message.shared && message.shared.length))
                            message.shared = [];
                        message.shared.push($root.diag.SharedTrouble.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a Localisation message.
         * @function verify
         * @memberof diag.Localisation
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Localisation.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.call != null && $Object.hasOwnProperty.call(message, "call"))
                if (typeof message.call !== "boolean")
                    return "call: boolean expected";
            if (message.hypotheses != null && $Object.hasOwnProperty.call(message, "hypotheses")) {
                if (!$Array.isArray(message.hypotheses))
                    return "hypotheses: array expected";
                for (let i = 0; i < message.hypotheses.length; ++i) {
                    let error = $root.diag.Hypothesis.verify(message.hypotheses[i], _depth + 1);
                    if (error)
                        return "hypotheses." + error;
                }
            }
            if (message.none != null && $Object.hasOwnProperty.call(message, "none"))
                if (typeof message.none !== "number")
                    return "none: number expected";
            if (message.unmodelled != null && $Object.hasOwnProperty.call(message, "unmodelled"))
                if (typeof message.unmodelled !== "number")
                    return "unmodelled: number expected";
            if (message.abstained != null && $Object.hasOwnProperty.call(message, "abstained"))
                if (typeof message.abstained !== "boolean")
                    return "abstained: boolean expected";
            if (message.headline != null && $Object.hasOwnProperty.call(message, "headline")) {
                if (!$Array.isArray(message.headline))
                    return "headline: array expected";
                for (let i = 0; i < message.headline.length; ++i)
                    if (!$util.isString(message.headline[i]))
                        return "headline: string[] expected";
            }
            if (message.next != null && $Object.hasOwnProperty.call(message, "next")) {
                if (!$Array.isArray(message.next))
                    return "next: array expected";
                for (let i = 0; i < message.next.length; ++i) {
                    let error = $root.diag.NextStep.verify(message.next[i], _depth + 1);
                    if (error)
                        return "next." + error;
                }
            }
            if (message.stop != null && $Object.hasOwnProperty.call(message, "stop"))
                if (!$util.isString(message.stop))
                    return "stop: string expected";
            if (message.exit != null && $Object.hasOwnProperty.call(message, "exit"))
                if (!$util.isString(message.exit))
                    return "exit: string expected";
            if (message.symptoms != null && $Object.hasOwnProperty.call(message, "symptoms")) {
                if (!$Array.isArray(message.symptoms))
                    return "symptoms: array expected";
                for (let i = 0; i < message.symptoms.length; ++i) {
                    let error = $root.diag.SymptomStatus.verify(message.symptoms[i], _depth + 1);
                    if (error)
                        return "symptoms." + error;
                }
            }
            if (message.withheld != null && $Object.hasOwnProperty.call(message, "withheld")) {
                if (!$Array.isArray(message.withheld))
                    return "withheld: array expected";
                for (let i = 0; i < message.withheld.length; ++i)
                    if (typeof message.withheld[i] !== "number" || (message.withheld[i] | 0) !== message.withheld[i])
                        return "withheld: enum value[] expected";
            }
            if (message.told != null && $Object.hasOwnProperty.call(message, "told")) {
                if (!$Array.isArray(message.told))
                    return "told: array expected";
                for (let i = 0; i < message.told.length; ++i) {
                    let error = $root.diag.Told.verify(message.told[i], _depth + 1);
                    if (error)
                        return "told." + error;
                }
            }
            if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                if (!$util.isInteger(message.at) && !(message.at && $util.isInteger(message.at.low) && $util.isInteger(message.at.high)))
                    return "at: integer|Long expected";
            if (message.shared != null && $Object.hasOwnProperty.call(message, "shared")) {
                if (!$Array.isArray(message.shared))
                    return "shared: array expected";
                for (let i = 0; i < message.shared.length; ++i) {
                    let error = $root.diag.SharedTrouble.verify(message.shared[i], _depth + 1);
                    if (error)
                        return "shared." + error;
                }
            }
            return null;
        };

        /**
         * Creates a Localisation message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Localisation
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Localisation} Localisation
         */
        Localisation.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Localisation)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Localisation: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Localisation();
            if (object.call != null)
                if (object.call)
                    message.call = $Boolean(object.call);
            if (object.hypotheses) {
                if (!$Array.isArray(object.hypotheses))
                    throw $TypeError(".diag.Localisation.hypotheses: array expected");
                message.hypotheses = $Array(object.hypotheses.length);
                for (let i = 0; i < object.hypotheses.length; ++i) {
                    if (!$util.isObject(object.hypotheses[i]))
                        throw $TypeError(".diag.Localisation.hypotheses: object expected");
                    message.hypotheses[i] = $root.diag.Hypothesis.fromObject(object.hypotheses[i], _depth + 1);
                }
            }
            if (object.none != null)
                if (!$Object.is($Number(object.none), 0))
                    message.none = $Number(object.none);
            if (object.unmodelled != null)
                if (!$Object.is($Number(object.unmodelled), 0))
                    message.unmodelled = $Number(object.unmodelled);
            if (object.abstained != null)
                if (object.abstained)
                    message.abstained = $Boolean(object.abstained);
            if (object.headline) {
                if (!$Array.isArray(object.headline))
                    throw $TypeError(".diag.Localisation.headline: array expected");
                message.headline = $Array(object.headline.length);
                for (let i = 0; i < object.headline.length; ++i)
                    message.headline[i] = $String(object.headline[i]);
            }
            if (object.next) {
                if (!$Array.isArray(object.next))
                    throw $TypeError(".diag.Localisation.next: array expected");
                message.next = $Array(object.next.length);
                for (let i = 0; i < object.next.length; ++i) {
                    if (!$util.isObject(object.next[i]))
                        throw $TypeError(".diag.Localisation.next: object expected");
                    message.next[i] = $root.diag.NextStep.fromObject(object.next[i], _depth + 1);
                }
            }
            if (object.stop != null)
                if (typeof object.stop !== "string" || object.stop.length)
                    message.stop = $String(object.stop);
            if (object.exit != null)
                if (typeof object.exit !== "string" || object.exit.length)
                    message.exit = $String(object.exit);
            if (object.symptoms) {
                if (!$Array.isArray(object.symptoms))
                    throw $TypeError(".diag.Localisation.symptoms: array expected");
                message.symptoms = $Array(object.symptoms.length);
                for (let i = 0; i < object.symptoms.length; ++i) {
                    if (!$util.isObject(object.symptoms[i]))
                        throw $TypeError(".diag.Localisation.symptoms: object expected");
                    message.symptoms[i] = $root.diag.SymptomStatus.fromObject(object.symptoms[i], _depth + 1);
                }
            }
            if (object.withheld) {
                if (!$Array.isArray(object.withheld))
                    throw $TypeError(".diag.Localisation.withheld: array expected");
                message.withheld = [];
                for (let i = 0; i < object.withheld.length; ++i)
                    switch (object.withheld[i]) {
                    case "DATA_CLASS_UNSPECIFIED":
                    case 0:
                        message.withheld[message.withheld.length] = 0;
                        break;
                    case "DATA_CLASS_STATUS":
                    case 1:
                        message.withheld[message.withheld.length] = 1;
                        break;
                    case "DATA_CLASS_ERRORS":
                    case 2:
                        message.withheld[message.withheld.length] = 2;
                        break;
                    case "DATA_CLASS_FIRMWARE":
                    case 3:
                        message.withheld[message.withheld.length] = 3;
                        break;
                    case "DATA_CLASS_TELEMETRY":
                    case 4:
                        message.withheld[message.withheld.length] = 4;
                        break;
                    case "DATA_CLASS_NETWORK":
                    case 5:
                        message.withheld[message.withheld.length] = 5;
                        break;
                    case "DATA_CLASS_SPACE":
                    case 6:
                        message.withheld[message.withheld.length] = 6;
                        break;
                    case "DATA_CLASS_LOGS":
                    case 7:
                        message.withheld[message.withheld.length] = 7;
                        break;
                    default:
                        if (typeof object.withheld[i] === "number" && (object.withheld[i] | 0) === object.withheld[i])
                            message.withheld[message.withheld.length] = object.withheld[i];
                    }
            }
            if (object.told) {
                if (!$Array.isArray(object.told))
                    throw $TypeError(".diag.Localisation.told: array expected");
                message.told = $Array(object.told.length);
                for (let i = 0; i < object.told.length; ++i) {
                    if (!$util.isObject(object.told[i]))
                        throw $TypeError(".diag.Localisation.told: object expected");
                    message.told[i] = $root.diag.Told.fromObject(object.told[i], _depth + 1);
                }
            }
            if (object.at != null)
                if (typeof object.at === "object" ? object.at.low || object.at.high : $Number(object.at) !== 0)
                    if ($util.Long)
                        message.at = $util.Long.fromValue(object.at, true);
                    else if (typeof object.at === "string")
                        message.at = $parseInt(object.at, 10);
                    else if (typeof object.at === "number")
                        message.at = object.at;
                    else if (typeof object.at === "object")
                        message.at = new $util.LongBits(object.at.low >>> 0, object.at.high >>> 0).toNumber(true);
            if (object.shared) {
                if (!$Array.isArray(object.shared))
                    throw $TypeError(".diag.Localisation.shared: array expected");
                message.shared = $Array(object.shared.length);
                for (let i = 0; i < object.shared.length; ++i) {
                    if (!$util.isObject(object.shared[i]))
                        throw $TypeError(".diag.Localisation.shared: object expected");
                    message.shared[i] = $root.diag.SharedTrouble.fromObject(object.shared[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a Localisation message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Localisation
         * @static
         * @param {diag.Localisation} message Localisation
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Localisation.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.hypotheses = [];
                object.headline = [];
                object.next = [];
                object.symptoms = [];
                object.withheld = [];
                object.told = [];
                object.shared = [];
            }
            if (options.defaults) {
                object.call = false;
                object.none = 0;
                object.unmodelled = 0;
                object.abstained = false;
                object.stop = "";
                object.exit = "";
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.at = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.at = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.call != null && $Object.hasOwnProperty.call(message, "call"))
                object.call = message.call;
            if (message.hypotheses && message.hypotheses.length) {
                object.hypotheses = $Array(message.hypotheses.length);
                for (let j = 0; j < message.hypotheses.length; ++j)
                    object.hypotheses[j] = $root.diag.Hypothesis.toObject(message.hypotheses[j], options, _depth + 1);
            }
            if (message.none != null && $Object.hasOwnProperty.call(message, "none"))
                object.none = options.json && !$isFinite(message.none) ? $String(message.none) : message.none;
            if (message.unmodelled != null && $Object.hasOwnProperty.call(message, "unmodelled"))
                object.unmodelled = options.json && !$isFinite(message.unmodelled) ? $String(message.unmodelled) : message.unmodelled;
            if (message.abstained != null && $Object.hasOwnProperty.call(message, "abstained"))
                object.abstained = message.abstained;
            if (message.headline && message.headline.length) {
                object.headline = $Array(message.headline.length);
                for (let j = 0; j < message.headline.length; ++j)
                    object.headline[j] = message.headline[j];
            }
            if (message.next && message.next.length) {
                object.next = $Array(message.next.length);
                for (let j = 0; j < message.next.length; ++j)
                    object.next[j] = $root.diag.NextStep.toObject(message.next[j], options, _depth + 1);
            }
            if (message.stop != null && $Object.hasOwnProperty.call(message, "stop"))
                object.stop = message.stop;
            if (message.exit != null && $Object.hasOwnProperty.call(message, "exit"))
                object.exit = message.exit;
            if (message.symptoms && message.symptoms.length) {
                object.symptoms = $Array(message.symptoms.length);
                for (let j = 0; j < message.symptoms.length; ++j)
                    object.symptoms[j] = $root.diag.SymptomStatus.toObject(message.symptoms[j], options, _depth + 1);
            }
            if (message.withheld && message.withheld.length) {
                object.withheld = $Array(message.withheld.length);
                for (let j = 0; j < message.withheld.length; ++j)
                    object.withheld[j] = options.enums === $String ? $root.diag.DataClass[message.withheld[j]] === $undefined ? message.withheld[j] : $root.diag.DataClass[message.withheld[j]] : message.withheld[j];
            }
            if (message.told && message.told.length) {
                object.told = $Array(message.told.length);
                for (let j = 0; j < message.told.length; ++j)
                    object.told[j] = $root.diag.Told.toObject(message.told[j], options, _depth + 1);
            }
            if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.at = typeof message.at === "number" ? $BigInt(message.at) : $util.Long.fromBits(message.at.low >>> 0, message.at.high >>> 0, true).toBigInt();
                else if (typeof message.at === "number")
                    object.at = options.longs === $String ? $String(message.at) : message.at;
                else
                    object.at = options.longs === $String ? $util.Long.prototype.toString.call(message.at) : options.longs === $Number ? new $util.LongBits(message.at.low >>> 0, message.at.high >>> 0).toNumber(true) : message.at;
            if (message.shared && message.shared.length) {
                object.shared = $Array(message.shared.length);
                for (let j = 0; j < message.shared.length; ++j)
                    object.shared[j] = $root.diag.SharedTrouble.toObject(message.shared[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this Localisation to JSON.
         * @function toJSON
         * @memberof diag.Localisation
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Localisation.prototype.toJSON = function() {
            return Localisation.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Localisation
         * @function getTypeUrl
         * @memberof diag.Localisation
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Localisation.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Localisation";
        };

        return Localisation;
    })();

    diag.SharedTrouble = (function() {

        /**
         * Properties of a SharedTrouble.
         * @typedef {Object} diag.SharedTrouble.$Properties
         * @property {string|null} [signal] SharedTrouble signal
         * @property {string|null} [cohort] SharedTrouble cohort
         * @property {string|null} [name] SharedTrouble name
         * @property {number|Long|null} [since] SharedTrouble since
         * @property {number|null} [devices] SharedTrouble devices
         * @property {number|null} [share] SharedTrouble share
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SharedTrouble.
         * @memberof diag
         * @interface ISharedTrouble
         * @augments diag.SharedTrouble.$Properties
         * @deprecated Use diag.SharedTrouble.$Properties instead.
         */

        /**
         * Shape of a SharedTrouble.
         * @typedef {diag.SharedTrouble.$Properties} diag.SharedTrouble.$Shape
         */

        /**
         * Constructs a new SharedTrouble.
         * @memberof diag
         * @classdesc Represents a SharedTrouble.
         * @constructor
         * @param {diag.SharedTrouble.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SharedTrouble = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SharedTrouble signal.
         * @member {string} signal
         * @memberof diag.SharedTrouble
         * @instance
         */
        SharedTrouble.prototype.signal = "";

        /**
         * SharedTrouble cohort.
         * @member {string} cohort
         * @memberof diag.SharedTrouble
         * @instance
         */
        SharedTrouble.prototype.cohort = "";

        /**
         * SharedTrouble name.
         * @member {string} name
         * @memberof diag.SharedTrouble
         * @instance
         */
        SharedTrouble.prototype.name = "";

        /**
         * SharedTrouble since.
         * @member {number|Long} since
         * @memberof diag.SharedTrouble
         * @instance
         */
        SharedTrouble.prototype.since = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * SharedTrouble devices.
         * @member {number} devices
         * @memberof diag.SharedTrouble
         * @instance
         */
        SharedTrouble.prototype.devices = 0;

        /**
         * SharedTrouble share.
         * @member {number} share
         * @memberof diag.SharedTrouble
         * @instance
         */
        SharedTrouble.prototype.share = 0;

        /**
         * Creates a new SharedTrouble instance using the specified properties.
         * @function create
         * @memberof diag.SharedTrouble
         * @static
         * @param {diag.SharedTrouble.$Properties=} [properties] Properties to set
         * @returns {diag.SharedTrouble} SharedTrouble instance
         * @type {{
         *   (properties: diag.SharedTrouble.$Shape): diag.SharedTrouble & diag.SharedTrouble.$Shape;
         *   (properties?: diag.SharedTrouble.$Properties): diag.SharedTrouble;
         * }}
         */
        SharedTrouble.create = function(properties) {
            return new SharedTrouble(properties);
        };

        /**
         * Encodes the specified SharedTrouble message. Does not implicitly {@link diag.SharedTrouble.verify|verify} messages.
         * @function encode
         * @memberof diag.SharedTrouble
         * @static
         * @param {diag.SharedTrouble.$Properties} message SharedTrouble message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SharedTrouble.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.signal != null && $Object.hasOwnProperty.call(message, "signal") && message.signal !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.signal);
            if (message.cohort != null && $Object.hasOwnProperty.call(message, "cohort") && message.cohort !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.cohort);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.name);
            if (message.since != null && $Object.hasOwnProperty.call(message, "since") && (typeof message.since === "object" ? message.since.low || message.since.high : message.since !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.since);
            if (message.devices != null && $Object.hasOwnProperty.call(message, "devices") && message.devices !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.devices);
            if (message.share != null && $Object.hasOwnProperty.call(message, "share") && !$Object.is(message.share, 0))
                writer.uint32(/* id 6, wireType 1 =*/49).double(message.share);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SharedTrouble message from the specified reader or buffer.
         * @function decode
         * @memberof diag.SharedTrouble
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.SharedTrouble & diag.SharedTrouble.$Shape} SharedTrouble
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SharedTrouble.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.SharedTrouble();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.signal = value;
                        else
                            delete message.signal;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.cohort = value;
                        else
                            delete message.cohort;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.since = value;
                        else
                            delete message.since;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.devices = value;
                        else
                            delete message.devices;
                        continue;
                    }
                case 6: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.share = value;
                        else
                            delete message.share;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a SharedTrouble message.
         * @function verify
         * @memberof diag.SharedTrouble
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        SharedTrouble.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.signal != null && $Object.hasOwnProperty.call(message, "signal"))
                if (!$util.isString(message.signal))
                    return "signal: string expected";
            if (message.cohort != null && $Object.hasOwnProperty.call(message, "cohort"))
                if (!$util.isString(message.cohort))
                    return "cohort: string expected";
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                if (!$util.isString(message.name))
                    return "name: string expected";
            if (message.since != null && $Object.hasOwnProperty.call(message, "since"))
                if (!$util.isInteger(message.since) && !(message.since && $util.isInteger(message.since.low) && $util.isInteger(message.since.high)))
                    return "since: integer|Long expected";
            if (message.devices != null && $Object.hasOwnProperty.call(message, "devices"))
                if (!$util.isInteger(message.devices))
                    return "devices: integer expected";
            if (message.share != null && $Object.hasOwnProperty.call(message, "share"))
                if (typeof message.share !== "number")
                    return "share: number expected";
            return null;
        };

        /**
         * Creates a SharedTrouble message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.SharedTrouble
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.SharedTrouble} SharedTrouble
         */
        SharedTrouble.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.SharedTrouble)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.SharedTrouble: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.SharedTrouble();
            if (object.signal != null)
                if (typeof object.signal !== "string" || object.signal.length)
                    message.signal = $String(object.signal);
            if (object.cohort != null)
                if (typeof object.cohort !== "string" || object.cohort.length)
                    message.cohort = $String(object.cohort);
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.since != null)
                if (typeof object.since === "object" ? object.since.low || object.since.high : $Number(object.since) !== 0)
                    if ($util.Long)
                        message.since = $util.Long.fromValue(object.since, true);
                    else if (typeof object.since === "string")
                        message.since = $parseInt(object.since, 10);
                    else if (typeof object.since === "number")
                        message.since = object.since;
                    else if (typeof object.since === "object")
                        message.since = new $util.LongBits(object.since.low >>> 0, object.since.high >>> 0).toNumber(true);
            if (object.devices != null)
                if ($Number(object.devices) !== 0)
                    message.devices = object.devices >>> 0;
            if (object.share != null)
                if (!$Object.is($Number(object.share), 0))
                    message.share = $Number(object.share);
            return message;
        };

        /**
         * Creates a plain object from a SharedTrouble message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.SharedTrouble
         * @static
         * @param {diag.SharedTrouble} message SharedTrouble
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        SharedTrouble.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.signal = "";
                object.cohort = "";
                object.name = "";
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.since = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.since = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.devices = 0;
                object.share = 0;
            }
            if (message.signal != null && $Object.hasOwnProperty.call(message, "signal"))
                object.signal = message.signal;
            if (message.cohort != null && $Object.hasOwnProperty.call(message, "cohort"))
                object.cohort = message.cohort;
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.since != null && $Object.hasOwnProperty.call(message, "since"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.since = typeof message.since === "number" ? $BigInt(message.since) : $util.Long.fromBits(message.since.low >>> 0, message.since.high >>> 0, true).toBigInt();
                else if (typeof message.since === "number")
                    object.since = options.longs === $String ? $String(message.since) : message.since;
                else
                    object.since = options.longs === $String ? $util.Long.prototype.toString.call(message.since) : options.longs === $Number ? new $util.LongBits(message.since.low >>> 0, message.since.high >>> 0).toNumber(true) : message.since;
            if (message.devices != null && $Object.hasOwnProperty.call(message, "devices"))
                object.devices = message.devices;
            if (message.share != null && $Object.hasOwnProperty.call(message, "share"))
                object.share = options.json && !$isFinite(message.share) ? $String(message.share) : message.share;
            return object;
        };

        /**
         * Converts this SharedTrouble to JSON.
         * @function toJSON
         * @memberof diag.SharedTrouble
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        SharedTrouble.prototype.toJSON = function() {
            return SharedTrouble.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for SharedTrouble
         * @function getTypeUrl
         * @memberof diag.SharedTrouble
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SharedTrouble.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.SharedTrouble";
        };

        return SharedTrouble;
    })();

    diag.Hypothesis = (function() {

        /**
         * Properties of a Hypothesis.
         * @typedef {Object} diag.Hypothesis.$Properties
         * @property {Array.<string>|null} [faults] Hypothesis faults
         * @property {number|null} [probability] Hypothesis probability
         * @property {Array.<diag.EvidenceItem.$Properties>|null} [evidence] Hypothesis evidence
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Hypothesis.
         * @memberof diag
         * @interface IHypothesis
         * @augments diag.Hypothesis.$Properties
         * @deprecated Use diag.Hypothesis.$Properties instead.
         */

        /**
         * Shape of a Hypothesis.
         * @typedef {diag.Hypothesis.$Properties} diag.Hypothesis.$Shape
         */

        /**
         * Constructs a new Hypothesis.
         * @memberof diag
         * @classdesc Represents a Hypothesis.
         * @constructor
         * @param {diag.Hypothesis.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Hypothesis = function (properties) {
            this.faults = [];
            this.evidence = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Hypothesis faults.
         * @member {Array.<string>} faults
         * @memberof diag.Hypothesis
         * @instance
         */
        Hypothesis.prototype.faults = $util.emptyArray;

        /**
         * Hypothesis probability.
         * @member {number} probability
         * @memberof diag.Hypothesis
         * @instance
         */
        Hypothesis.prototype.probability = 0;

        /**
         * Hypothesis evidence.
         * @member {Array.<diag.EvidenceItem.$Properties>} evidence
         * @memberof diag.Hypothesis
         * @instance
         */
        Hypothesis.prototype.evidence = $util.emptyArray;

        /**
         * Creates a new Hypothesis instance using the specified properties.
         * @function create
         * @memberof diag.Hypothesis
         * @static
         * @param {diag.Hypothesis.$Properties=} [properties] Properties to set
         * @returns {diag.Hypothesis} Hypothesis instance
         * @type {{
         *   (properties: diag.Hypothesis.$Shape): diag.Hypothesis & diag.Hypothesis.$Shape;
         *   (properties?: diag.Hypothesis.$Properties): diag.Hypothesis;
         * }}
         */
        Hypothesis.create = function(properties) {
            return new Hypothesis(properties);
        };

        /**
         * Encodes the specified Hypothesis message. Does not implicitly {@link diag.Hypothesis.verify|verify} messages.
         * @function encode
         * @memberof diag.Hypothesis
         * @static
         * @param {diag.Hypothesis.$Properties} message Hypothesis message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Hypothesis.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.faults != null && message.faults.length)
                for (let i = 0; i < message.faults.length; ++i)
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.faults[i]);
            if (message.probability != null && $Object.hasOwnProperty.call(message, "probability") && !$Object.is(message.probability, 0))
                writer.uint32(/* id 2, wireType 1 =*/17).double(message.probability);
            if (message.evidence != null && message.evidence.length)
                for (let i = 0; i < message.evidence.length; ++i)
                    $root.diag.EvidenceItem.encode(message.evidence[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Hypothesis message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Hypothesis
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Hypothesis & diag.Hypothesis.$Shape} Hypothesis
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Hypothesis.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Hypothesis();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.faults && message.faults.length))
                            message.faults = [];
                        message.faults.push(reader.stringVerify());
                        continue;
                    }
                case 2: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.probability = value;
                        else
                            delete message.probability;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.evidence && message.evidence.length))
                            message.evidence = [];
                        message.evidence.push($root.diag.EvidenceItem.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a Hypothesis message.
         * @function verify
         * @memberof diag.Hypothesis
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Hypothesis.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.faults != null && $Object.hasOwnProperty.call(message, "faults")) {
                if (!$Array.isArray(message.faults))
                    return "faults: array expected";
                for (let i = 0; i < message.faults.length; ++i)
                    if (!$util.isString(message.faults[i]))
                        return "faults: string[] expected";
            }
            if (message.probability != null && $Object.hasOwnProperty.call(message, "probability"))
                if (typeof message.probability !== "number")
                    return "probability: number expected";
            if (message.evidence != null && $Object.hasOwnProperty.call(message, "evidence")) {
                if (!$Array.isArray(message.evidence))
                    return "evidence: array expected";
                for (let i = 0; i < message.evidence.length; ++i) {
                    let error = $root.diag.EvidenceItem.verify(message.evidence[i], _depth + 1);
                    if (error)
                        return "evidence." + error;
                }
            }
            return null;
        };

        /**
         * Creates a Hypothesis message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Hypothesis
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Hypothesis} Hypothesis
         */
        Hypothesis.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Hypothesis)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Hypothesis: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Hypothesis();
            if (object.faults) {
                if (!$Array.isArray(object.faults))
                    throw $TypeError(".diag.Hypothesis.faults: array expected");
                message.faults = $Array(object.faults.length);
                for (let i = 0; i < object.faults.length; ++i)
                    message.faults[i] = $String(object.faults[i]);
            }
            if (object.probability != null)
                if (!$Object.is($Number(object.probability), 0))
                    message.probability = $Number(object.probability);
            if (object.evidence) {
                if (!$Array.isArray(object.evidence))
                    throw $TypeError(".diag.Hypothesis.evidence: array expected");
                message.evidence = $Array(object.evidence.length);
                for (let i = 0; i < object.evidence.length; ++i) {
                    if (!$util.isObject(object.evidence[i]))
                        throw $TypeError(".diag.Hypothesis.evidence: object expected");
                    message.evidence[i] = $root.diag.EvidenceItem.fromObject(object.evidence[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a Hypothesis message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Hypothesis
         * @static
         * @param {diag.Hypothesis} message Hypothesis
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Hypothesis.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.faults = [];
                object.evidence = [];
            }
            if (options.defaults)
                object.probability = 0;
            if (message.faults && message.faults.length) {
                object.faults = $Array(message.faults.length);
                for (let j = 0; j < message.faults.length; ++j)
                    object.faults[j] = message.faults[j];
            }
            if (message.probability != null && $Object.hasOwnProperty.call(message, "probability"))
                object.probability = options.json && !$isFinite(message.probability) ? $String(message.probability) : message.probability;
            if (message.evidence && message.evidence.length) {
                object.evidence = $Array(message.evidence.length);
                for (let j = 0; j < message.evidence.length; ++j)
                    object.evidence[j] = $root.diag.EvidenceItem.toObject(message.evidence[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this Hypothesis to JSON.
         * @function toJSON
         * @memberof diag.Hypothesis
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Hypothesis.prototype.toJSON = function() {
            return Hypothesis.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Hypothesis
         * @function getTypeUrl
         * @memberof diag.Hypothesis
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Hypothesis.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Hypothesis";
        };

        return Hypothesis;
    })();

    diag.EvidenceItem = (function() {

        /**
         * Properties of an EvidenceItem.
         * @typedef {Object} diag.EvidenceItem.$Properties
         * @property {string|null} [symptom] EvidenceItem symptom
         * @property {diag.Stand|null} [stand] EvidenceItem stand
         * @property {number|null} [bits] EvidenceItem bits
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an EvidenceItem.
         * @memberof diag
         * @interface IEvidenceItem
         * @augments diag.EvidenceItem.$Properties
         * @deprecated Use diag.EvidenceItem.$Properties instead.
         */

        /**
         * Shape of an EvidenceItem.
         * @typedef {diag.EvidenceItem.$Properties} diag.EvidenceItem.$Shape
         */

        /**
         * Constructs a new EvidenceItem.
         * @memberof diag
         * @classdesc Represents an EvidenceItem.
         * @constructor
         * @param {diag.EvidenceItem.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const EvidenceItem = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * EvidenceItem symptom.
         * @member {string} symptom
         * @memberof diag.EvidenceItem
         * @instance
         */
        EvidenceItem.prototype.symptom = "";

        /**
         * EvidenceItem stand.
         * @member {diag.Stand} stand
         * @memberof diag.EvidenceItem
         * @instance
         */
        EvidenceItem.prototype.stand = 0;

        /**
         * EvidenceItem bits.
         * @member {number} bits
         * @memberof diag.EvidenceItem
         * @instance
         */
        EvidenceItem.prototype.bits = 0;

        /**
         * Creates a new EvidenceItem instance using the specified properties.
         * @function create
         * @memberof diag.EvidenceItem
         * @static
         * @param {diag.EvidenceItem.$Properties=} [properties] Properties to set
         * @returns {diag.EvidenceItem} EvidenceItem instance
         * @type {{
         *   (properties: diag.EvidenceItem.$Shape): diag.EvidenceItem & diag.EvidenceItem.$Shape;
         *   (properties?: diag.EvidenceItem.$Properties): diag.EvidenceItem;
         * }}
         */
        EvidenceItem.create = function(properties) {
            return new EvidenceItem(properties);
        };

        /**
         * Encodes the specified EvidenceItem message. Does not implicitly {@link diag.EvidenceItem.verify|verify} messages.
         * @function encode
         * @memberof diag.EvidenceItem
         * @static
         * @param {diag.EvidenceItem.$Properties} message EvidenceItem message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        EvidenceItem.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.symptom != null && $Object.hasOwnProperty.call(message, "symptom") && message.symptom !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.symptom);
            if (message.stand != null && $Object.hasOwnProperty.call(message, "stand") && message.stand !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).int32(message.stand);
            if (message.bits != null && $Object.hasOwnProperty.call(message, "bits") && !$Object.is(message.bits, 0))
                writer.uint32(/* id 3, wireType 1 =*/25).double(message.bits);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an EvidenceItem message from the specified reader or buffer.
         * @function decode
         * @memberof diag.EvidenceItem
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.EvidenceItem & diag.EvidenceItem.$Shape} EvidenceItem
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        EvidenceItem.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.EvidenceItem();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.symptom = value;
                        else
                            delete message.symptom;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.stand = value;
                        else
                            delete message.stand;
                        continue;
                    }
                case 3: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.bits = value;
                        else
                            delete message.bits;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies an EvidenceItem message.
         * @function verify
         * @memberof diag.EvidenceItem
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        EvidenceItem.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.symptom != null && $Object.hasOwnProperty.call(message, "symptom"))
                if (!$util.isString(message.symptom))
                    return "symptom: string expected";
            if (message.stand != null && $Object.hasOwnProperty.call(message, "stand"))
                if (typeof message.stand !== "number" || (message.stand | 0) !== message.stand)
                    return "stand: enum value expected";
            if (message.bits != null && $Object.hasOwnProperty.call(message, "bits"))
                if (typeof message.bits !== "number")
                    return "bits: number expected";
            return null;
        };

        /**
         * Creates an EvidenceItem message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.EvidenceItem
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.EvidenceItem} EvidenceItem
         */
        EvidenceItem.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.EvidenceItem)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.EvidenceItem: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.EvidenceItem();
            if (object.symptom != null)
                if (typeof object.symptom !== "string" || object.symptom.length)
                    message.symptom = $String(object.symptom);
            if (object.stand !== 0 && (typeof object.stand !== "string" || $root.diag.Stand[object.stand] !== 0))
                switch (object.stand) {
                case "STAND_UNSPECIFIED":
                case 0:
                    message.stand = 0;
                    break;
                case "STAND_FOR":
                case 1:
                    message.stand = 1;
                    break;
                case "STAND_AGAINST":
                case 2:
                    message.stand = 2;
                    break;
                case "STAND_MISSING":
                case 3:
                    message.stand = 3;
                    break;
                default:
                    if (typeof object.stand === "number" && (object.stand | 0) === object.stand)
                        message.stand = object.stand;
                }
            if (object.bits != null)
                if (!$Object.is($Number(object.bits), 0))
                    message.bits = $Number(object.bits);
            return message;
        };

        /**
         * Creates a plain object from an EvidenceItem message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.EvidenceItem
         * @static
         * @param {diag.EvidenceItem} message EvidenceItem
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        EvidenceItem.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.symptom = "";
                object.stand = options.enums === $String ? "STAND_UNSPECIFIED" : 0;
                object.bits = 0;
            }
            if (message.symptom != null && $Object.hasOwnProperty.call(message, "symptom"))
                object.symptom = message.symptom;
            if (message.stand != null && $Object.hasOwnProperty.call(message, "stand"))
                object.stand = options.enums === $String ? $root.diag.Stand[message.stand] === $undefined ? message.stand : $root.diag.Stand[message.stand] : message.stand;
            if (message.bits != null && $Object.hasOwnProperty.call(message, "bits"))
                object.bits = options.json && !$isFinite(message.bits) ? $String(message.bits) : message.bits;
            return object;
        };

        /**
         * Converts this EvidenceItem to JSON.
         * @function toJSON
         * @memberof diag.EvidenceItem
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        EvidenceItem.prototype.toJSON = function() {
            return EvidenceItem.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for EvidenceItem
         * @function getTypeUrl
         * @memberof diag.EvidenceItem
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        EvidenceItem.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.EvidenceItem";
        };

        return EvidenceItem;
    })();

    /**
     * Stand enum.
     * @name diag.Stand
     * @enum {number}
     * @property {number} STAND_UNSPECIFIED=0 STAND_UNSPECIFIED value
     * @property {number} STAND_FOR=1 STAND_FOR value
     * @property {number} STAND_AGAINST=2 STAND_AGAINST value
     * @property {number} STAND_MISSING=3 STAND_MISSING value
     */
    diag.Stand = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "STAND_UNSPECIFIED"] = 0;
        values[valuesById[1] = "STAND_FOR"] = 1;
        values[valuesById[2] = "STAND_AGAINST"] = 2;
        values[valuesById[3] = "STAND_MISSING"] = 3;
        return values;
    })();

    diag.NextStep = (function() {

        /**
         * Properties of a NextStep.
         * @typedef {Object} diag.NextStep.$Properties
         * @property {string|null} [kind] NextStep kind
         * @property {string|null} [id] NextStep id
         * @property {number|null} [gain] NextStep gain
         * @property {number|null} [cures] NextStep cures
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a NextStep.
         * @memberof diag
         * @interface INextStep
         * @augments diag.NextStep.$Properties
         * @deprecated Use diag.NextStep.$Properties instead.
         */

        /**
         * Shape of a NextStep.
         * @typedef {diag.NextStep.$Properties} diag.NextStep.$Shape
         */

        /**
         * Constructs a new NextStep.
         * @memberof diag
         * @classdesc Represents a NextStep.
         * @constructor
         * @param {diag.NextStep.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const NextStep = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * NextStep kind.
         * @member {string} kind
         * @memberof diag.NextStep
         * @instance
         */
        NextStep.prototype.kind = "";

        /**
         * NextStep id.
         * @member {string} id
         * @memberof diag.NextStep
         * @instance
         */
        NextStep.prototype.id = "";

        /**
         * NextStep gain.
         * @member {number} gain
         * @memberof diag.NextStep
         * @instance
         */
        NextStep.prototype.gain = 0;

        /**
         * NextStep cures.
         * @member {number} cures
         * @memberof diag.NextStep
         * @instance
         */
        NextStep.prototype.cures = 0;

        /**
         * Creates a new NextStep instance using the specified properties.
         * @function create
         * @memberof diag.NextStep
         * @static
         * @param {diag.NextStep.$Properties=} [properties] Properties to set
         * @returns {diag.NextStep} NextStep instance
         * @type {{
         *   (properties: diag.NextStep.$Shape): diag.NextStep & diag.NextStep.$Shape;
         *   (properties?: diag.NextStep.$Properties): diag.NextStep;
         * }}
         */
        NextStep.create = function(properties) {
            return new NextStep(properties);
        };

        /**
         * Encodes the specified NextStep message. Does not implicitly {@link diag.NextStep.verify|verify} messages.
         * @function encode
         * @memberof diag.NextStep
         * @static
         * @param {diag.NextStep.$Properties} message NextStep message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NextStep.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.kind);
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
            if (message.gain != null && $Object.hasOwnProperty.call(message, "gain") && !$Object.is(message.gain, 0))
                writer.uint32(/* id 3, wireType 1 =*/25).double(message.gain);
            if (message.cures != null && $Object.hasOwnProperty.call(message, "cures") && !$Object.is(message.cures, 0))
                writer.uint32(/* id 4, wireType 1 =*/33).double(message.cures);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a NextStep message from the specified reader or buffer.
         * @function decode
         * @memberof diag.NextStep
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.NextStep & diag.NextStep.$Shape} NextStep
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NextStep.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.NextStep();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.kind = value;
                        else
                            delete message.kind;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 3: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.gain = value;
                        else
                            delete message.gain;
                        continue;
                    }
                case 4: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.cures = value;
                        else
                            delete message.cures;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a NextStep message.
         * @function verify
         * @memberof diag.NextStep
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        NextStep.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                if (!$util.isString(message.kind))
                    return "kind: string expected";
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                if (!$util.isString(message.id))
                    return "id: string expected";
            if (message.gain != null && $Object.hasOwnProperty.call(message, "gain"))
                if (typeof message.gain !== "number")
                    return "gain: number expected";
            if (message.cures != null && $Object.hasOwnProperty.call(message, "cures"))
                if (typeof message.cures !== "number")
                    return "cures: number expected";
            return null;
        };

        /**
         * Creates a NextStep message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.NextStep
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.NextStep} NextStep
         */
        NextStep.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.NextStep)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.NextStep: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.NextStep();
            if (object.kind != null)
                if (typeof object.kind !== "string" || object.kind.length)
                    message.kind = $String(object.kind);
            if (object.id != null)
                if (typeof object.id !== "string" || object.id.length)
                    message.id = $String(object.id);
            if (object.gain != null)
                if (!$Object.is($Number(object.gain), 0))
                    message.gain = $Number(object.gain);
            if (object.cures != null)
                if (!$Object.is($Number(object.cures), 0))
                    message.cures = $Number(object.cures);
            return message;
        };

        /**
         * Creates a plain object from a NextStep message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.NextStep
         * @static
         * @param {diag.NextStep} message NextStep
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        NextStep.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.kind = "";
                object.id = "";
                object.gain = 0;
                object.cures = 0;
            }
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                object.kind = message.kind;
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                object.id = message.id;
            if (message.gain != null && $Object.hasOwnProperty.call(message, "gain"))
                object.gain = options.json && !$isFinite(message.gain) ? $String(message.gain) : message.gain;
            if (message.cures != null && $Object.hasOwnProperty.call(message, "cures"))
                object.cures = options.json && !$isFinite(message.cures) ? $String(message.cures) : message.cures;
            return object;
        };

        /**
         * Converts this NextStep to JSON.
         * @function toJSON
         * @memberof diag.NextStep
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        NextStep.prototype.toJSON = function() {
            return NextStep.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for NextStep
         * @function getTypeUrl
         * @memberof diag.NextStep
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        NextStep.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.NextStep";
        };

        return NextStep;
    })();

    diag.SymptomStatus = (function() {

        /**
         * Properties of a SymptomStatus.
         * @typedef {Object} diag.SymptomStatus.$Properties
         * @property {string|null} [id] SymptomStatus id
         * @property {string|null} [phase] SymptomStatus phase
         * @property {number|Long|null} [since] SymptomStatus since
         * @property {Array.<string>|null} [instances] SymptomStatus instances
         * @property {string|null} [unknownBecause] SymptomStatus unknownBecause
         * @property {Array.<diag.SeriesPoints.$Properties>|null} [before] SymptomStatus before
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SymptomStatus.
         * @memberof diag
         * @interface ISymptomStatus
         * @augments diag.SymptomStatus.$Properties
         * @deprecated Use diag.SymptomStatus.$Properties instead.
         */

        /**
         * Shape of a SymptomStatus.
         * @typedef {diag.SymptomStatus.$Properties} diag.SymptomStatus.$Shape
         */

        /**
         * Constructs a new SymptomStatus.
         * @memberof diag
         * @classdesc Represents a SymptomStatus.
         * @constructor
         * @param {diag.SymptomStatus.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SymptomStatus = function (properties) {
            this.instances = [];
            this.before = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SymptomStatus id.
         * @member {string} id
         * @memberof diag.SymptomStatus
         * @instance
         */
        SymptomStatus.prototype.id = "";

        /**
         * SymptomStatus phase.
         * @member {string} phase
         * @memberof diag.SymptomStatus
         * @instance
         */
        SymptomStatus.prototype.phase = "";

        /**
         * SymptomStatus since.
         * @member {number|Long} since
         * @memberof diag.SymptomStatus
         * @instance
         */
        SymptomStatus.prototype.since = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * SymptomStatus instances.
         * @member {Array.<string>} instances
         * @memberof diag.SymptomStatus
         * @instance
         */
        SymptomStatus.prototype.instances = $util.emptyArray;

        /**
         * SymptomStatus unknownBecause.
         * @member {string} unknownBecause
         * @memberof diag.SymptomStatus
         * @instance
         */
        SymptomStatus.prototype.unknownBecause = "";

        /**
         * SymptomStatus before.
         * @member {Array.<diag.SeriesPoints.$Properties>} before
         * @memberof diag.SymptomStatus
         * @instance
         */
        SymptomStatus.prototype.before = $util.emptyArray;

        /**
         * Creates a new SymptomStatus instance using the specified properties.
         * @function create
         * @memberof diag.SymptomStatus
         * @static
         * @param {diag.SymptomStatus.$Properties=} [properties] Properties to set
         * @returns {diag.SymptomStatus} SymptomStatus instance
         * @type {{
         *   (properties: diag.SymptomStatus.$Shape): diag.SymptomStatus & diag.SymptomStatus.$Shape;
         *   (properties?: diag.SymptomStatus.$Properties): diag.SymptomStatus;
         * }}
         */
        SymptomStatus.create = function(properties) {
            return new SymptomStatus(properties);
        };

        /**
         * Encodes the specified SymptomStatus message. Does not implicitly {@link diag.SymptomStatus.verify|verify} messages.
         * @function encode
         * @memberof diag.SymptomStatus
         * @static
         * @param {diag.SymptomStatus.$Properties} message SymptomStatus message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SymptomStatus.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
            if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.phase);
            if (message.since != null && $Object.hasOwnProperty.call(message, "since") && (typeof message.since === "object" ? message.since.low || message.since.high : message.since !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.since);
            if (message.instances != null && message.instances.length)
                for (let i = 0; i < message.instances.length; ++i)
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.instances[i]);
            if (message.unknownBecause != null && $Object.hasOwnProperty.call(message, "unknownBecause") && message.unknownBecause !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.unknownBecause);
            if (message.before != null && message.before.length)
                for (let i = 0; i < message.before.length; ++i)
                    $root.diag.SeriesPoints.encode(message.before[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SymptomStatus message from the specified reader or buffer.
         * @function decode
         * @memberof diag.SymptomStatus
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.SymptomStatus & diag.SymptomStatus.$Shape} SymptomStatus
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SymptomStatus.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.SymptomStatus();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.phase = value;
                        else
                            delete message.phase;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.since = value;
                        else
                            delete message.since;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.instances && message.instances.length))
                            message.instances = [];
                        message.instances.push(reader.stringVerify());
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.unknownBecause = value;
                        else
                            delete message.unknownBecause;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (!(message.before && message.before.length))
                            message.before = [];
                        message.before.push($root.diag.SeriesPoints.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a SymptomStatus message.
         * @function verify
         * @memberof diag.SymptomStatus
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        SymptomStatus.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                if (!$util.isString(message.id))
                    return "id: string expected";
            if (message.phase != null && $Object.hasOwnProperty.call(message, "phase"))
                if (!$util.isString(message.phase))
                    return "phase: string expected";
            if (message.since != null && $Object.hasOwnProperty.call(message, "since"))
                if (!$util.isInteger(message.since) && !(message.since && $util.isInteger(message.since.low) && $util.isInteger(message.since.high)))
                    return "since: integer|Long expected";
            if (message.instances != null && $Object.hasOwnProperty.call(message, "instances")) {
                if (!$Array.isArray(message.instances))
                    return "instances: array expected";
                for (let i = 0; i < message.instances.length; ++i)
                    if (!$util.isString(message.instances[i]))
                        return "instances: string[] expected";
            }
            if (message.unknownBecause != null && $Object.hasOwnProperty.call(message, "unknownBecause"))
                if (!$util.isString(message.unknownBecause))
                    return "unknownBecause: string expected";
            if (message.before != null && $Object.hasOwnProperty.call(message, "before")) {
                if (!$Array.isArray(message.before))
                    return "before: array expected";
                for (let i = 0; i < message.before.length; ++i) {
                    let error = $root.diag.SeriesPoints.verify(message.before[i], _depth + 1);
                    if (error)
                        return "before." + error;
                }
            }
            return null;
        };

        /**
         * Creates a SymptomStatus message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.SymptomStatus
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.SymptomStatus} SymptomStatus
         */
        SymptomStatus.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.SymptomStatus)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.SymptomStatus: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.SymptomStatus();
            if (object.id != null)
                if (typeof object.id !== "string" || object.id.length)
                    message.id = $String(object.id);
            if (object.phase != null)
                if (typeof object.phase !== "string" || object.phase.length)
                    message.phase = $String(object.phase);
            if (object.since != null)
                if (typeof object.since === "object" ? object.since.low || object.since.high : $Number(object.since) !== 0)
                    if ($util.Long)
                        message.since = $util.Long.fromValue(object.since, true);
                    else if (typeof object.since === "string")
                        message.since = $parseInt(object.since, 10);
                    else if (typeof object.since === "number")
                        message.since = object.since;
                    else if (typeof object.since === "object")
                        message.since = new $util.LongBits(object.since.low >>> 0, object.since.high >>> 0).toNumber(true);
            if (object.instances) {
                if (!$Array.isArray(object.instances))
                    throw $TypeError(".diag.SymptomStatus.instances: array expected");
                message.instances = $Array(object.instances.length);
                for (let i = 0; i < object.instances.length; ++i)
                    message.instances[i] = $String(object.instances[i]);
            }
            if (object.unknownBecause != null)
                if (typeof object.unknownBecause !== "string" || object.unknownBecause.length)
                    message.unknownBecause = $String(object.unknownBecause);
            if (object.before) {
                if (!$Array.isArray(object.before))
                    throw $TypeError(".diag.SymptomStatus.before: array expected");
                message.before = $Array(object.before.length);
                for (let i = 0; i < object.before.length; ++i) {
                    if (!$util.isObject(object.before[i]))
                        throw $TypeError(".diag.SymptomStatus.before: object expected");
                    message.before[i] = $root.diag.SeriesPoints.fromObject(object.before[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a SymptomStatus message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.SymptomStatus
         * @static
         * @param {diag.SymptomStatus} message SymptomStatus
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        SymptomStatus.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.arrays || options.defaults) {
                object.instances = [];
                object.before = [];
            }
            if (options.defaults) {
                object.id = "";
                object.phase = "";
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.since = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.since = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.unknownBecause = "";
            }
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                object.id = message.id;
            if (message.phase != null && $Object.hasOwnProperty.call(message, "phase"))
                object.phase = message.phase;
            if (message.since != null && $Object.hasOwnProperty.call(message, "since"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.since = typeof message.since === "number" ? $BigInt(message.since) : $util.Long.fromBits(message.since.low >>> 0, message.since.high >>> 0, true).toBigInt();
                else if (typeof message.since === "number")
                    object.since = options.longs === $String ? $String(message.since) : message.since;
                else
                    object.since = options.longs === $String ? $util.Long.prototype.toString.call(message.since) : options.longs === $Number ? new $util.LongBits(message.since.low >>> 0, message.since.high >>> 0).toNumber(true) : message.since;
            if (message.instances && message.instances.length) {
                object.instances = $Array(message.instances.length);
                for (let j = 0; j < message.instances.length; ++j)
                    object.instances[j] = message.instances[j];
            }
            if (message.unknownBecause != null && $Object.hasOwnProperty.call(message, "unknownBecause"))
                object.unknownBecause = message.unknownBecause;
            if (message.before && message.before.length) {
                object.before = $Array(message.before.length);
                for (let j = 0; j < message.before.length; ++j)
                    object.before[j] = $root.diag.SeriesPoints.toObject(message.before[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this SymptomStatus to JSON.
         * @function toJSON
         * @memberof diag.SymptomStatus
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        SymptomStatus.prototype.toJSON = function() {
            return SymptomStatus.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for SymptomStatus
         * @function getTypeUrl
         * @memberof diag.SymptomStatus
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SymptomStatus.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.SymptomStatus";
        };

        return SymptomStatus;
    })();

    diag.Told = (function() {

        /**
         * Properties of a Told.
         * @typedef {Object} diag.Told.$Properties
         * @property {string|null} [findingId] Told findingId
         * @property {string|null} [kind] Told kind
         * @property {string|null} [id] Told id
         * @property {string|null} [value] Told value
         * @property {Object.<string,string>|null} [fields] Told fields
         * @property {number|Long|null} [at] Told at
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Told.
         * @memberof diag
         * @interface ITold
         * @augments diag.Told.$Properties
         * @deprecated Use diag.Told.$Properties instead.
         */

        /**
         * Shape of a Told.
         * @typedef {diag.Told.$Properties} diag.Told.$Shape
         */

        /**
         * Constructs a new Told.
         * @memberof diag
         * @classdesc Represents a Told.
         * @constructor
         * @param {diag.Told.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Told = function (properties) {
            this.fields = {};
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Told findingId.
         * @member {string} findingId
         * @memberof diag.Told
         * @instance
         */
        Told.prototype.findingId = "";

        /**
         * Told kind.
         * @member {string} kind
         * @memberof diag.Told
         * @instance
         */
        Told.prototype.kind = "";

        /**
         * Told id.
         * @member {string} id
         * @memberof diag.Told
         * @instance
         */
        Told.prototype.id = "";

        /**
         * Told value.
         * @member {string} value
         * @memberof diag.Told
         * @instance
         */
        Told.prototype.value = "";

        /**
         * Told fields.
         * @member {Object.<string,string>} fields
         * @memberof diag.Told
         * @instance
         */
        Told.prototype.fields = $util.emptyObject;

        /**
         * Told at.
         * @member {number|Long} at
         * @memberof diag.Told
         * @instance
         */
        Told.prototype.at = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Told instance using the specified properties.
         * @function create
         * @memberof diag.Told
         * @static
         * @param {diag.Told.$Properties=} [properties] Properties to set
         * @returns {diag.Told} Told instance
         * @type {{
         *   (properties: diag.Told.$Shape): diag.Told & diag.Told.$Shape;
         *   (properties?: diag.Told.$Properties): diag.Told;
         * }}
         */
        Told.create = function(properties) {
            return new Told(properties);
        };

        /**
         * Encodes the specified Told message. Does not implicitly {@link diag.Told.verify|verify} messages.
         * @function encode
         * @memberof diag.Told
         * @static
         * @param {diag.Told.$Properties} message Told message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Told.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.findingId != null && $Object.hasOwnProperty.call(message, "findingId") && message.findingId !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.findingId);
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.kind);
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.id);
            if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.value);
            if (message.fields != null && $Object.hasOwnProperty.call(message, "fields"))
                for (let keys = $Object.keys(message.fields), i = 0; i < keys.length; ++i)
                    writer.uint32(/* id 5, wireType 2 =*/42).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.fields[keys[i]]).ldelim();
            if (message.at != null && $Object.hasOwnProperty.call(message, "at") && (typeof message.at === "object" ? message.at.low || message.at.high : message.at !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.at);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Told message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Told
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Told & diag.Told.$Shape} Told
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Told.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Told();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.findingId = value;
                        else
                            delete message.findingId;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.kind = value;
                        else
                            delete message.kind;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.value = value;
                        else
                            delete message.value;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (message.fields === $util.emptyObject)
                            message.fields = {};
                        let end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = "";
                        while (reader.pos < end2) {
                            let tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.fields, key);
                        message.fields[key] = value;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.at = value;
                        else
                            delete message.at;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a Told message.
         * @function verify
         * @memberof diag.Told
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Told.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.findingId != null && $Object.hasOwnProperty.call(message, "findingId"))
                if (!$util.isString(message.findingId))
                    return "findingId: string expected";
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                if (!$util.isString(message.kind))
                    return "kind: string expected";
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                if (!$util.isString(message.id))
                    return "id: string expected";
            if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                if (!$util.isString(message.value))
                    return "value: string expected";
            if (message.fields != null && $Object.hasOwnProperty.call(message, "fields")) {
                if (!$util.isObject(message.fields))
                    return "fields: object expected";
                let key = $Object.keys(message.fields);
                for (let i = 0; i < key.length; ++i)
                    if (!$util.isString(message.fields[key[i]]))
                        return "fields: string{k:string} expected";
            }
            if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                if (!$util.isInteger(message.at) && !(message.at && $util.isInteger(message.at.low) && $util.isInteger(message.at.high)))
                    return "at: integer|Long expected";
            return null;
        };

        /**
         * Creates a Told message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Told
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Told} Told
         */
        Told.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Told)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Told: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Told();
            if (object.findingId != null)
                if (typeof object.findingId !== "string" || object.findingId.length)
                    message.findingId = $String(object.findingId);
            if (object.kind != null)
                if (typeof object.kind !== "string" || object.kind.length)
                    message.kind = $String(object.kind);
            if (object.id != null)
                if (typeof object.id !== "string" || object.id.length)
                    message.id = $String(object.id);
            if (object.value != null)
                if (typeof object.value !== "string" || object.value.length)
                    message.value = $String(object.value);
            if (object.fields) {
                if (!$util.isObject(object.fields))
                    throw $TypeError(".diag.Told.fields: object expected");
                message.fields = {};
                for (let keys = $Object.keys(object.fields), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.fields, keys[i]);
                    message.fields[keys[i]] = $String(object.fields[keys[i]]);
                }
            }
            if (object.at != null)
                if (typeof object.at === "object" ? object.at.low || object.at.high : $Number(object.at) !== 0)
                    if ($util.Long)
                        message.at = $util.Long.fromValue(object.at, true);
                    else if (typeof object.at === "string")
                        message.at = $parseInt(object.at, 10);
                    else if (typeof object.at === "number")
                        message.at = object.at;
                    else if (typeof object.at === "object")
                        message.at = new $util.LongBits(object.at.low >>> 0, object.at.high >>> 0).toNumber(true);
            return message;
        };

        /**
         * Creates a plain object from a Told message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Told
         * @static
         * @param {diag.Told} message Told
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Told.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.objects || options.defaults)
                object.fields = {};
            if (options.defaults) {
                object.findingId = "";
                object.kind = "";
                object.id = "";
                object.value = "";
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.at = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.at = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.findingId != null && $Object.hasOwnProperty.call(message, "findingId"))
                object.findingId = message.findingId;
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind"))
                object.kind = message.kind;
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                object.id = message.id;
            if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                object.value = message.value;
            let keys2;
            if (message.fields && (keys2 = $Object.keys(message.fields)).length) {
                object.fields = {};
                for (let j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.fields, keys2[j]);
                    object.fields[keys2[j]] = message.fields[keys2[j]];
                }
            }
            if (message.at != null && $Object.hasOwnProperty.call(message, "at"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.at = typeof message.at === "number" ? $BigInt(message.at) : $util.Long.fromBits(message.at.low >>> 0, message.at.high >>> 0, true).toBigInt();
                else if (typeof message.at === "number")
                    object.at = options.longs === $String ? $String(message.at) : message.at;
                else
                    object.at = options.longs === $String ? $util.Long.prototype.toString.call(message.at) : options.longs === $Number ? new $util.LongBits(message.at.low >>> 0, message.at.high >>> 0).toNumber(true) : message.at;
            return object;
        };

        /**
         * Converts this Told to JSON.
         * @function toJSON
         * @memberof diag.Told
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Told.prototype.toJSON = function() {
            return Told.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Told
         * @function getTypeUrl
         * @memberof diag.Told
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Told.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Told";
        };

        return Told;
    })();

    diag.Beat = (function() {

        /**
         * Properties of a Beat.
         * @typedef {Object} diag.Beat.$Properties
         * @property {number|null} [expiresInMs] Beat expiresInMs
         * @property {number|Long|null} [heardAt] Beat heardAt
         * @property {number|null} [heardAgoMs] Beat heardAgoMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Beat.
         * @memberof diag
         * @interface IBeat
         * @augments diag.Beat.$Properties
         * @deprecated Use diag.Beat.$Properties instead.
         */

        /**
         * Shape of a Beat.
         * @typedef {diag.Beat.$Properties} diag.Beat.$Shape
         */

        /**
         * Constructs a new Beat.
         * @memberof diag
         * @classdesc Represents a Beat.
         * @constructor
         * @param {diag.Beat.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Beat = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Beat expiresInMs.
         * @member {number} expiresInMs
         * @memberof diag.Beat
         * @instance
         */
        Beat.prototype.expiresInMs = 0;

        /**
         * Beat heardAt.
         * @member {number|Long} heardAt
         * @memberof diag.Beat
         * @instance
         */
        Beat.prototype.heardAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Beat heardAgoMs.
         * @member {number|null|undefined} heardAgoMs
         * @memberof diag.Beat
         * @instance
         */
        Beat.prototype.heardAgoMs = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(Beat.prototype, "_heardAgoMs", {
            get: $util.oneOfGetter($oneOfFields = ["heardAgoMs"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new Beat instance using the specified properties.
         * @function create
         * @memberof diag.Beat
         * @static
         * @param {diag.Beat.$Properties=} [properties] Properties to set
         * @returns {diag.Beat} Beat instance
         * @type {{
         *   (properties: diag.Beat.$Shape): diag.Beat & diag.Beat.$Shape;
         *   (properties?: diag.Beat.$Properties): diag.Beat;
         * }}
         */
        Beat.create = function(properties) {
            return new Beat(properties);
        };

        /**
         * Encodes the specified Beat message. Does not implicitly {@link diag.Beat.verify|verify} messages.
         * @function encode
         * @memberof diag.Beat
         * @static
         * @param {diag.Beat.$Properties} message Beat message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Beat.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs") && message.expiresInMs !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.expiresInMs);
            if (message.heardAt != null && $Object.hasOwnProperty.call(message, "heardAt") && (typeof message.heardAt === "object" ? message.heardAt.low || message.heardAt.high : message.heardAt !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.heardAt);
            if (message.heardAgoMs != null && $Object.hasOwnProperty.call(message, "heardAgoMs"))
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.heardAgoMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Beat message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Beat
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Beat & diag.Beat.$Shape} Beat
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Beat.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Beat();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.expiresInMs = value;
                        else
                            delete message.expiresInMs;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.heardAt = value;
                        else
                            delete message.heardAt;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        message.heardAgoMs = reader.uint32();
                        message._heardAgoMs = "heardAgoMs";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a Beat message.
         * @function verify
         * @memberof diag.Beat
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Beat.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            let properties = {};
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs"))
                if (!$util.isInteger(message.expiresInMs))
                    return "expiresInMs: integer expected";
            if (message.heardAt != null && $Object.hasOwnProperty.call(message, "heardAt"))
                if (!$util.isInteger(message.heardAt) && !(message.heardAt && $util.isInteger(message.heardAt.low) && $util.isInteger(message.heardAt.high)))
                    return "heardAt: integer|Long expected";
            if (message.heardAgoMs != null && $Object.hasOwnProperty.call(message, "heardAgoMs")) {
                properties._heardAgoMs = 1;
                if (!$util.isInteger(message.heardAgoMs))
                    return "heardAgoMs: integer expected";
            }
            return null;
        };

        /**
         * Creates a Beat message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Beat
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Beat} Beat
         */
        Beat.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Beat)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Beat: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Beat();
            if (object.expiresInMs != null)
                if ($Number(object.expiresInMs) !== 0)
                    message.expiresInMs = object.expiresInMs >>> 0;
            if (object.heardAt != null)
                if (typeof object.heardAt === "object" ? object.heardAt.low || object.heardAt.high : $Number(object.heardAt) !== 0)
                    if ($util.Long)
                        message.heardAt = $util.Long.fromValue(object.heardAt, true);
                    else if (typeof object.heardAt === "string")
                        message.heardAt = $parseInt(object.heardAt, 10);
                    else if (typeof object.heardAt === "number")
                        message.heardAt = object.heardAt;
                    else if (typeof object.heardAt === "object")
                        message.heardAt = new $util.LongBits(object.heardAt.low >>> 0, object.heardAt.high >>> 0).toNumber(true);
            if (object.heardAgoMs != null)
                message.heardAgoMs = object.heardAgoMs >>> 0;
            return message;
        };

        /**
         * Creates a plain object from a Beat message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Beat
         * @static
         * @param {diag.Beat} message Beat
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Beat.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults) {
                object.expiresInMs = 0;
                if ($util.Long) {
                    let long = new $util.Long(0, 0, true);
                    object.heardAt = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.heardAt = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.expiresInMs != null && $Object.hasOwnProperty.call(message, "expiresInMs"))
                object.expiresInMs = message.expiresInMs;
            if (message.heardAt != null && $Object.hasOwnProperty.call(message, "heardAt"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.heardAt = typeof message.heardAt === "number" ? $BigInt(message.heardAt) : $util.Long.fromBits(message.heardAt.low >>> 0, message.heardAt.high >>> 0, true).toBigInt();
                else if (typeof message.heardAt === "number")
                    object.heardAt = options.longs === $String ? $String(message.heardAt) : message.heardAt;
                else
                    object.heardAt = options.longs === $String ? $util.Long.prototype.toString.call(message.heardAt) : options.longs === $Number ? new $util.LongBits(message.heardAt.low >>> 0, message.heardAt.high >>> 0).toNumber(true) : message.heardAt;
            if (message.heardAgoMs != null && $Object.hasOwnProperty.call(message, "heardAgoMs"))
                object.heardAgoMs = message.heardAgoMs;
            return object;
        };

        /**
         * Converts this Beat to JSON.
         * @function toJSON
         * @memberof diag.Beat
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Beat.prototype.toJSON = function() {
            return Beat.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Beat
         * @function getTypeUrl
         * @memberof diag.Beat
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Beat.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Beat";
        };

        return Beat;
    })();

    diag.Ended = (function() {

        /**
         * Properties of an Ended.
         * @typedef {Object} diag.Ended.$Properties
         * @property {string|null} [reason] Ended reason
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Ended.
         * @memberof diag
         * @interface IEnded
         * @augments diag.Ended.$Properties
         * @deprecated Use diag.Ended.$Properties instead.
         */

        /**
         * Shape of an Ended.
         * @typedef {diag.Ended.$Properties} diag.Ended.$Shape
         */

        /**
         * Constructs a new Ended.
         * @memberof diag
         * @classdesc Represents an Ended.
         * @constructor
         * @param {diag.Ended.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Ended = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Ended reason.
         * @member {string} reason
         * @memberof diag.Ended
         * @instance
         */
        Ended.prototype.reason = "";

        /**
         * Creates a new Ended instance using the specified properties.
         * @function create
         * @memberof diag.Ended
         * @static
         * @param {diag.Ended.$Properties=} [properties] Properties to set
         * @returns {diag.Ended} Ended instance
         * @type {{
         *   (properties: diag.Ended.$Shape): diag.Ended & diag.Ended.$Shape;
         *   (properties?: diag.Ended.$Properties): diag.Ended;
         * }}
         */
        Ended.create = function(properties) {
            return new Ended(properties);
        };

        /**
         * Encodes the specified Ended message. Does not implicitly {@link diag.Ended.verify|verify} messages.
         * @function encode
         * @memberof diag.Ended
         * @static
         * @param {diag.Ended.$Properties} message Ended message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Ended.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.reason);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Ended message from the specified reader or buffer.
         * @function decode
         * @memberof diag.Ended
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {diag.Ended & diag.Ended.$Shape} Ended
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Ended.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.diag.Ended();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies an Ended message.
         * @function verify
         * @memberof diag.Ended
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Ended.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                if (!$util.isString(message.reason))
                    return "reason: string expected";
            return null;
        };

        /**
         * Creates an Ended message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof diag.Ended
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {diag.Ended} Ended
         */
        Ended.fromObject = function (object, _depth) {
            if (object instanceof $root.diag.Ended)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".diag.Ended: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let message = new $root.diag.Ended();
            if (object.reason != null)
                if (typeof object.reason !== "string" || object.reason.length)
                    message.reason = $String(object.reason);
            return message;
        };

        /**
         * Creates a plain object from an Ended message. Also converts values to other types if specified.
         * @function toObject
         * @memberof diag.Ended
         * @static
         * @param {diag.Ended} message Ended
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Ended.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            let object = {};
            if (options.defaults)
                object.reason = "";
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                object.reason = message.reason;
            return object;
        };

        /**
         * Converts this Ended to JSON.
         * @function toJSON
         * @memberof diag.Ended
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Ended.prototype.toJSON = function() {
            return Ended.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Ended
         * @function getTypeUrl
         * @memberof diag.Ended
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Ended.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/diag.Ended";
        };

        return Ended;
    })();

    return diag;
})();

export {
  $root as default
};
