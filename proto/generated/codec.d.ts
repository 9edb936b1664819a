import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace diag. */
export namespace diag {

    /** DataClass enum. */
    enum DataClass {

        /** DATA_CLASS_UNSPECIFIED value */
        DATA_CLASS_UNSPECIFIED = 0,

        /** DATA_CLASS_STATUS value */
        DATA_CLASS_STATUS = 1,

        /** DATA_CLASS_ERRORS value */
        DATA_CLASS_ERRORS = 2,

        /** DATA_CLASS_FIRMWARE value */
        DATA_CLASS_FIRMWARE = 3,

        /** DATA_CLASS_TELEMETRY value */
        DATA_CLASS_TELEMETRY = 4,

        /** DATA_CLASS_NETWORK value */
        DATA_CLASS_NETWORK = 5,

        /** DATA_CLASS_SPACE value */
        DATA_CLASS_SPACE = 6,

        /** DATA_CLASS_LOGS value */
        DATA_CLASS_LOGS = 7
    }

    /** OperationClass enum. */
    enum OperationClass {

        /** OPERATION_CLASS_UNSPECIFIED value */
        OPERATION_CLASS_UNSPECIFIED = 0,

        /** OPERATION_CLASS_TEST value */
        OPERATION_CLASS_TEST = 1,

        /** OPERATION_CLASS_ADJUST value */
        OPERATION_CLASS_ADJUST = 2,

        /** OPERATION_CLASS_UPDATE value */
        OPERATION_CLASS_UPDATE = 3,

        /** OPERATION_CLASS_RESET value */
        OPERATION_CLASS_RESET = 4
    }

    /**
     * Properties of a Birth.
     * @deprecated Use diag.Birth.$Properties instead.
     */
    interface IBirth extends diag.Birth.$Properties {
    }

    /** Represents a Birth. */
    class Birth {

        /**
         * Constructs a new Birth.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Birth.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Birth bootId. */
        bootId: (number|Long);

        /** Birth model. */
        model: string;

        /** Birth hardwareRevision. */
        hardwareRevision: string;

        /** Birth metrics. */
        metrics: diag.MetricDeclaration.$Properties[];

        /** Birth operations. */
        operations: string[];

        /**
         * Creates a new Birth instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Birth instance
         */
        static create(properties: diag.Birth.$Shape): diag.Birth & diag.Birth.$Shape;
        static create(properties?: diag.Birth.$Properties): diag.Birth;

        /**
         * Encodes the specified Birth message. Does not implicitly {@link diag.Birth.verify|verify} messages.
         * @param message Birth message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Birth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Birth message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Birth & diag.Birth.$Shape} Birth
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Birth & diag.Birth.$Shape;

        /**
         * Verifies a Birth message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Birth message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Birth
         */
        static fromObject(object: { [k: string]: any }): diag.Birth;

        /**
         * Creates a plain object from a Birth message. Also converts values to other types if specified.
         * @param message Birth
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Birth, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Birth to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Birth
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Birth {

        /** Properties of a Birth. */
        interface $Properties {

            /** Birth bootId */
            bootId?: (number|Long|null);

            /** Birth model */
            model?: (string|null);

            /** Birth hardwareRevision */
            hardwareRevision?: (string|null);

            /** Birth metrics */
            metrics?: (diag.MetricDeclaration.$Properties[]|null);

            /** Birth operations */
            operations?: (string[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Birth. */
        type $Shape = diag.Birth.$Properties;
    }

    /** MetricType enum. */
    enum MetricType {

        /** METRIC_TYPE_UNSPECIFIED value */
        METRIC_TYPE_UNSPECIFIED = 0,

        /** METRIC_TYPE_GAUGE value */
        METRIC_TYPE_GAUGE = 1,

        /** METRIC_TYPE_COUNTER value */
        METRIC_TYPE_COUNTER = 2,

        /** METRIC_TYPE_ENUM value */
        METRIC_TYPE_ENUM = 3,

        /** METRIC_TYPE_TEXT value */
        METRIC_TYPE_TEXT = 4
    }

    /**
     * Properties of a MetricDeclaration.
     * @deprecated Use diag.MetricDeclaration.$Properties instead.
     */
    interface IMetricDeclaration extends diag.MetricDeclaration.$Properties {
    }

    /** Represents a MetricDeclaration. */
    class MetricDeclaration {

        /**
         * Constructs a new MetricDeclaration.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.MetricDeclaration.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MetricDeclaration alias. */
        alias: number;

        /** MetricDeclaration name. */
        name: string;

        /** MetricDeclaration type. */
        type: diag.MetricType;

        /** MetricDeclaration unit. */
        unit: string;

        /** MetricDeclaration idlePeriodMs. */
        idlePeriodMs: number;

        /** MetricDeclaration livePeriodMs. */
        livePeriodMs: number;

        /** MetricDeclaration onChange. */
        onChange: boolean;

        /** MetricDeclaration claimedClass. */
        claimedClass: diag.DataClass;

        /**
         * Creates a new MetricDeclaration instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MetricDeclaration instance
         */
        static create(properties: diag.MetricDeclaration.$Shape): diag.MetricDeclaration & diag.MetricDeclaration.$Shape;
        static create(properties?: diag.MetricDeclaration.$Properties): diag.MetricDeclaration;

        /**
         * Encodes the specified MetricDeclaration message. Does not implicitly {@link diag.MetricDeclaration.verify|verify} messages.
         * @param message MetricDeclaration message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.MetricDeclaration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MetricDeclaration message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.MetricDeclaration & diag.MetricDeclaration.$Shape} MetricDeclaration
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.MetricDeclaration & diag.MetricDeclaration.$Shape;

        /**
         * Verifies a MetricDeclaration message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a MetricDeclaration message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns MetricDeclaration
         */
        static fromObject(object: { [k: string]: any }): diag.MetricDeclaration;

        /**
         * Creates a plain object from a MetricDeclaration message. Also converts values to other types if specified.
         * @param message MetricDeclaration
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.MetricDeclaration, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this MetricDeclaration to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for MetricDeclaration
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace MetricDeclaration {

        /** Properties of a MetricDeclaration. */
        interface $Properties {

            /** MetricDeclaration alias */
            alias?: (number|null);

            /** MetricDeclaration name */
            name?: (string|null);

            /** MetricDeclaration type */
            type?: (diag.MetricType|null);

            /** MetricDeclaration unit */
            unit?: (string|null);

            /** MetricDeclaration idlePeriodMs */
            idlePeriodMs?: (number|null);

            /** MetricDeclaration livePeriodMs */
            livePeriodMs?: (number|null);

            /** MetricDeclaration onChange */
            onChange?: (boolean|null);

            /** MetricDeclaration claimedClass */
            claimedClass?: (diag.DataClass|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MetricDeclaration. */
        type $Shape = diag.MetricDeclaration.$Properties;
    }

    /**
     * Properties of a Death.
     * @deprecated Use diag.Death.$Properties instead.
     */
    interface IDeath extends diag.Death.$Properties {
    }

    /** Represents a Death. */
    class Death {

        /**
         * Constructs a new Death.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Death.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Death bootId. */
        bootId: (number|Long);

        /** Death clean. */
        clean: boolean;

        /**
         * Creates a new Death instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Death instance
         */
        static create(properties: diag.Death.$Shape): diag.Death & diag.Death.$Shape;
        static create(properties?: diag.Death.$Properties): diag.Death;

        /**
         * Encodes the specified Death message. Does not implicitly {@link diag.Death.verify|verify} messages.
         * @param message Death message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Death.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Death message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Death & diag.Death.$Shape} Death
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Death & diag.Death.$Shape;

        /**
         * Verifies a Death message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Death message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Death
         */
        static fromObject(object: { [k: string]: any }): diag.Death;

        /**
         * Creates a plain object from a Death message. Also converts values to other types if specified.
         * @param message Death
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Death, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Death to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Death
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Death {

        /** Properties of a Death. */
        interface $Properties {

            /** Death bootId */
            bootId?: (number|Long|null);

            /** Death clean */
            clean?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Death. */
        type $Shape = diag.Death.$Properties;
    }

    /**
     * Properties of a ConsentAction.
     * @deprecated Use diag.ConsentAction.$Properties instead.
     */
    interface IConsentAction extends diag.ConsentAction.$Properties {
    }

    /** Represents a ConsentAction. */
    class ConsentAction {

        /**
         * Constructs a new ConsentAction.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.ConsentAction.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ConsentAction confirm. */
        confirm?: (diag.ConfirmRequest.$Properties|null);

        /** ConsentAction stop. */
        stop?: (diag.StopSharing.$Properties|null);

        /** ConsentAction action. */
        action?: ("confirm"|"stop");

        /**
         * Creates a new ConsentAction instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ConsentAction instance
         */
        static create(properties: diag.ConsentAction.$Shape): diag.ConsentAction & diag.ConsentAction.$Shape;
        static create(properties?: diag.ConsentAction.$Properties): diag.ConsentAction;

        /**
         * Encodes the specified ConsentAction message. Does not implicitly {@link diag.ConsentAction.verify|verify} messages.
         * @param message ConsentAction message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.ConsentAction.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ConsentAction message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.ConsentAction & diag.ConsentAction.$Shape} ConsentAction
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.ConsentAction & diag.ConsentAction.$Shape;

        /**
         * Verifies a ConsentAction message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a ConsentAction message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns ConsentAction
         */
        static fromObject(object: { [k: string]: any }): diag.ConsentAction;

        /**
         * Creates a plain object from a ConsentAction message. Also converts values to other types if specified.
         * @param message ConsentAction
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.ConsentAction, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this ConsentAction to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for ConsentAction
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ConsentAction {

        /** Properties of a ConsentAction. */
        interface $Properties {

            /** ConsentAction confirm */
            confirm?: (diag.ConfirmRequest.$Properties|null);

            /** ConsentAction stop */
            stop?: (diag.StopSharing.$Properties|null);

            /** ConsentAction action */
            action?: ("confirm"|"stop");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a ConsentAction. */
        type $Shape = {
          confirm?: diag.ConfirmRequest.$Shape|null;
          stop?: diag.StopSharing.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ action?: undefined; confirm?: null; stop?: null }|{ action?: "confirm"; confirm: diag.ConfirmRequest.$Shape; stop?: null }|{ action?: "stop"; confirm?: null; stop: diag.StopSharing.$Shape })
        );
    }

    /**
     * Properties of a ConfirmRequest.
     * @deprecated Use diag.ConfirmRequest.$Properties instead.
     */
    interface IConfirmRequest extends diag.ConfirmRequest.$Properties {
    }

    /** Represents a ConfirmRequest. */
    class ConfirmRequest {

        /**
         * Constructs a new ConfirmRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.ConfirmRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ConfirmRequest requestId. */
        requestId: string;

        /** ConfirmRequest readAloud. */
        readAloud: boolean;

        /**
         * Creates a new ConfirmRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ConfirmRequest instance
         */
        static create(properties: diag.ConfirmRequest.$Shape): diag.ConfirmRequest & diag.ConfirmRequest.$Shape;
        static create(properties?: diag.ConfirmRequest.$Properties): diag.ConfirmRequest;

        /**
         * Encodes the specified ConfirmRequest message. Does not implicitly {@link diag.ConfirmRequest.verify|verify} messages.
         * @param message ConfirmRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.ConfirmRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ConfirmRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.ConfirmRequest & diag.ConfirmRequest.$Shape} ConfirmRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.ConfirmRequest & diag.ConfirmRequest.$Shape;

        /**
         * Verifies a ConfirmRequest message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a ConfirmRequest message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns ConfirmRequest
         */
        static fromObject(object: { [k: string]: any }): diag.ConfirmRequest;

        /**
         * Creates a plain object from a ConfirmRequest message. Also converts values to other types if specified.
         * @param message ConfirmRequest
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.ConfirmRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this ConfirmRequest to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for ConfirmRequest
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ConfirmRequest {

        /** Properties of a ConfirmRequest. */
        interface $Properties {

            /** ConfirmRequest requestId */
            requestId?: (string|null);

            /** ConfirmRequest readAloud */
            readAloud?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ConfirmRequest. */
        type $Shape = diag.ConfirmRequest.$Properties;
    }

    /**
     * Properties of a StopSharing.
     * @deprecated Use diag.StopSharing.$Properties instead.
     */
    interface IStopSharing extends diag.StopSharing.$Properties {
    }

    /** Represents a StopSharing. */
    class StopSharing {

        /**
         * Constructs a new StopSharing.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.StopSharing.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new StopSharing instance using the specified properties.
         * @param [properties] Properties to set
         * @returns StopSharing instance
         */
        static create(properties: diag.StopSharing.$Shape): diag.StopSharing & diag.StopSharing.$Shape;
        static create(properties?: diag.StopSharing.$Properties): diag.StopSharing;

        /**
         * Encodes the specified StopSharing message. Does not implicitly {@link diag.StopSharing.verify|verify} messages.
         * @param message StopSharing message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.StopSharing.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StopSharing message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.StopSharing & diag.StopSharing.$Shape} StopSharing
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.StopSharing & diag.StopSharing.$Shape;

        /**
         * Verifies a StopSharing message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a StopSharing message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns StopSharing
         */
        static fromObject(object: { [k: string]: any }): diag.StopSharing;

        /**
         * Creates a plain object from a StopSharing message. Also converts values to other types if specified.
         * @param message StopSharing
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.StopSharing, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this StopSharing to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for StopSharing
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace StopSharing {

        /** Properties of a StopSharing. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StopSharing. */
        type $Shape = diag.StopSharing.$Properties;
    }

    /** ExecutionState enum. */
    enum ExecutionState {

        /** EXECUTION_STATE_UNSPECIFIED value */
        EXECUTION_STATE_UNSPECIFIED = 0,

        /** EXECUTION_STATE_ACCEPTED value */
        EXECUTION_STATE_ACCEPTED = 1,

        /** EXECUTION_STATE_RUNNING value */
        EXECUTION_STATE_RUNNING = 2,

        /** EXECUTION_STATE_DONE value */
        EXECUTION_STATE_DONE = 3,

        /** EXECUTION_STATE_FAILED value */
        EXECUTION_STATE_FAILED = 4,

        /** EXECUTION_STATE_REFUSED value */
        EXECUTION_STATE_REFUSED = 5,

        /** EXECUTION_STATE_CANCELLED value */
        EXECUTION_STATE_CANCELLED = 6
    }

    /**
     * Properties of an ExecutionUpdate.
     * @deprecated Use diag.ExecutionUpdate.$Properties instead.
     */
    interface IExecutionUpdate extends diag.ExecutionUpdate.$Properties {
    }

    /** Represents an ExecutionUpdate. */
    class ExecutionUpdate {

        /**
         * Constructs a new ExecutionUpdate.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.ExecutionUpdate.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ExecutionUpdate executionId. */
        executionId: string;

        /** ExecutionUpdate state. */
        state: diag.ExecutionState;

        /** ExecutionUpdate percent. */
        percent: number;

        /** ExecutionUpdate reason. */
        reason: string;

        /**
         * Creates a new ExecutionUpdate instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ExecutionUpdate instance
         */
        static create(properties: diag.ExecutionUpdate.$Shape): diag.ExecutionUpdate & diag.ExecutionUpdate.$Shape;
        static create(properties?: diag.ExecutionUpdate.$Properties): diag.ExecutionUpdate;

        /**
         * Encodes the specified ExecutionUpdate message. Does not implicitly {@link diag.ExecutionUpdate.verify|verify} messages.
         * @param message ExecutionUpdate message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.ExecutionUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an ExecutionUpdate message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.ExecutionUpdate & diag.ExecutionUpdate.$Shape} ExecutionUpdate
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.ExecutionUpdate & diag.ExecutionUpdate.$Shape;

        /**
         * Verifies an ExecutionUpdate message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates an ExecutionUpdate message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns ExecutionUpdate
         */
        static fromObject(object: { [k: string]: any }): diag.ExecutionUpdate;

        /**
         * Creates a plain object from an ExecutionUpdate message. Also converts values to other types if specified.
         * @param message ExecutionUpdate
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.ExecutionUpdate, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this ExecutionUpdate to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for ExecutionUpdate
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ExecutionUpdate {

        /** Properties of an ExecutionUpdate. */
        interface $Properties {

            /** ExecutionUpdate executionId */
            executionId?: (string|null);

            /** ExecutionUpdate state */
            state?: (diag.ExecutionState|null);

            /** ExecutionUpdate percent */
            percent?: (number|null);

            /** ExecutionUpdate reason */
            reason?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an ExecutionUpdate. */
        type $Shape = diag.ExecutionUpdate.$Properties;
    }

    /** FrameKind enum. */
    enum FrameKind {

        /** FRAME_KIND_LIVE value */
        FRAME_KIND_LIVE = 0,

        /** FRAME_KIND_HISTORICAL value */
        FRAME_KIND_HISTORICAL = 1,

        /** FRAME_KIND_BACKLOG value */
        FRAME_KIND_BACKLOG = 2
    }

    /**
     * Properties of a Header.
     * @deprecated Use diag.Header.$Properties instead.
     */
    interface IHeader extends diag.Header.$Properties {
    }

    /** Represents a Header. */
    class Header {

        /**
         * Constructs a new Header.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Header.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Header bootId. */
        bootId: (number|Long);

        /** Header seq. */
        seq: (number|Long);

        /** Header epoch. */
        epoch: (number|Long);

        /** Header baseAt. */
        baseAt: (number|Long);

        /** Header kind. */
        kind: diag.FrameKind;

        /** Header droppedFrom. */
        droppedFrom: (number|Long);

        /** Header droppedTo. */
        droppedTo: (number|Long);

        /**
         * Creates a new Header instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Header instance
         */
        static create(properties: diag.Header.$Shape): diag.Header & diag.Header.$Shape;
        static create(properties?: diag.Header.$Properties): diag.Header;

        /**
         * Encodes the specified Header message. Does not implicitly {@link diag.Header.verify|verify} messages.
         * @param message Header message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Header.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Header message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Header & diag.Header.$Shape} Header
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Header & diag.Header.$Shape;

        /**
         * Verifies a Header message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Header message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Header
         */
        static fromObject(object: { [k: string]: any }): diag.Header;

        /**
         * Creates a plain object from a Header message. Also converts values to other types if specified.
         * @param message Header
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Header, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Header to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Header
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Header {

        /** Properties of a Header. */
        interface $Properties {

            /** Header bootId */
            bootId?: (number|Long|null);

            /** Header seq */
            seq?: (number|Long|null);

            /** Header epoch */
            epoch?: (number|Long|null);

            /** Header baseAt */
            baseAt?: (number|Long|null);

            /** Header kind */
            kind?: (diag.FrameKind|null);

            /** Header droppedFrom */
            droppedFrom?: (number|Long|null);

            /** Header droppedTo */
            droppedTo?: (number|Long|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Header. */
        type $Shape = diag.Header.$Properties;
    }

    /**
     * Properties of a Telemetry.
     * @deprecated Use diag.Telemetry.$Properties instead.
     */
    interface ITelemetry extends diag.Telemetry.$Properties {
    }

    /** Represents a Telemetry. */
    class Telemetry {

        /**
         * Constructs a new Telemetry.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Telemetry.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Telemetry header. */
        header?: (diag.Header.$Properties|null);

        /** Telemetry aliases. */
        aliases: number[];

        /** Telemetry values. */
        values: number[];

        /** Telemetry offsetsMs. */
        offsetsMs: number[];

        /** Telemetry texts. */
        texts: diag.TextSample.$Properties[];

        /**
         * Creates a new Telemetry instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Telemetry instance
         */
        static create(properties: diag.Telemetry.$Shape): diag.Telemetry & diag.Telemetry.$Shape;
        static create(properties?: diag.Telemetry.$Properties): diag.Telemetry;

        /**
         * Encodes the specified Telemetry message. Does not implicitly {@link diag.Telemetry.verify|verify} messages.
         * @param message Telemetry message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Telemetry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Telemetry message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Telemetry & diag.Telemetry.$Shape} Telemetry
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Telemetry & diag.Telemetry.$Shape;

        /**
         * Verifies a Telemetry message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Telemetry message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Telemetry
         */
        static fromObject(object: { [k: string]: any }): diag.Telemetry;

        /**
         * Creates a plain object from a Telemetry message. Also converts values to other types if specified.
         * @param message Telemetry
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Telemetry, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Telemetry to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Telemetry
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Telemetry {

        /** Properties of a Telemetry. */
        interface $Properties {

            /** Telemetry header */
            header?: (diag.Header.$Properties|null);

            /** Telemetry aliases */
            aliases?: (number[]|null);

            /** Telemetry values */
            values?: (number[]|null);

            /** Telemetry offsetsMs */
            offsetsMs?: (number[]|null);

            /** Telemetry texts */
            texts?: (diag.TextSample.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Telemetry. */
        type $Shape = diag.Telemetry.$Properties;
    }

    /**
     * Properties of a TextSample.
     * @deprecated Use diag.TextSample.$Properties instead.
     */
    interface ITextSample extends diag.TextSample.$Properties {
    }

    /** Represents a TextSample. */
    class TextSample {

        /**
         * Constructs a new TextSample.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.TextSample.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TextSample alias. */
        alias: number;

        /** TextSample value. */
        value: string;

        /** TextSample offsetMs. */
        offsetMs: number;

        /**
         * Creates a new TextSample instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TextSample instance
         */
        static create(properties: diag.TextSample.$Shape): diag.TextSample & diag.TextSample.$Shape;
        static create(properties?: diag.TextSample.$Properties): diag.TextSample;

        /**
         * Encodes the specified TextSample message. Does not implicitly {@link diag.TextSample.verify|verify} messages.
         * @param message TextSample message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.TextSample.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TextSample message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.TextSample & diag.TextSample.$Shape} TextSample
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.TextSample & diag.TextSample.$Shape;

        /**
         * Verifies a TextSample message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a TextSample message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns TextSample
         */
        static fromObject(object: { [k: string]: any }): diag.TextSample;

        /**
         * Creates a plain object from a TextSample message. Also converts values to other types if specified.
         * @param message TextSample
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.TextSample, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this TextSample to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for TextSample
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace TextSample {

        /** Properties of a TextSample. */
        interface $Properties {

            /** TextSample alias */
            alias?: (number|null);

            /** TextSample value */
            value?: (string|null);

            /** TextSample offsetMs */
            offsetMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TextSample. */
        type $Shape = diag.TextSample.$Properties;
    }

    /**
     * Properties of an ErrorReport.
     * @deprecated Use diag.ErrorReport.$Properties instead.
     */
    interface IErrorReport extends diag.ErrorReport.$Properties {
    }

    /** Represents an ErrorReport. */
    class ErrorReport {

        /**
         * Constructs a new ErrorReport.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.ErrorReport.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ErrorReport header. */
        header?: (diag.Header.$Properties|null);

        /** ErrorReport complete. */
        complete: boolean;

        /** ErrorReport errors. */
        errors: diag.ErrorChange.$Properties[];

        /**
         * Creates a new ErrorReport instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ErrorReport instance
         */
        static create(properties: diag.ErrorReport.$Shape): diag.ErrorReport & diag.ErrorReport.$Shape;
        static create(properties?: diag.ErrorReport.$Properties): diag.ErrorReport;

        /**
         * Encodes the specified ErrorReport message. Does not implicitly {@link diag.ErrorReport.verify|verify} messages.
         * @param message ErrorReport message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.ErrorReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an ErrorReport message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.ErrorReport & diag.ErrorReport.$Shape} ErrorReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.ErrorReport & diag.ErrorReport.$Shape;

        /**
         * Verifies an ErrorReport message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates an ErrorReport message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns ErrorReport
         */
        static fromObject(object: { [k: string]: any }): diag.ErrorReport;

        /**
         * Creates a plain object from an ErrorReport message. Also converts values to other types if specified.
         * @param message ErrorReport
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.ErrorReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this ErrorReport to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for ErrorReport
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ErrorReport {

        /** Properties of an ErrorReport. */
        interface $Properties {

            /** ErrorReport header */
            header?: (diag.Header.$Properties|null);

            /** ErrorReport complete */
            complete?: (boolean|null);

            /** ErrorReport errors */
            errors?: (diag.ErrorChange.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an ErrorReport. */
        type $Shape = diag.ErrorReport.$Properties;
    }

    /**
     * Properties of an ErrorChange.
     * @deprecated Use diag.ErrorChange.$Properties instead.
     */
    interface IErrorChange extends diag.ErrorChange.$Properties {
    }

    /** Represents an ErrorChange. */
    class ErrorChange {

        /**
         * Constructs a new ErrorChange.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.ErrorChange.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ErrorChange channel. */
        channel: string;

        /** ErrorChange code. */
        code: number;

        /** ErrorChange raised. */
        raised: boolean;

        /** ErrorChange detail. */
        detail: string;

        /** ErrorChange offsetMs. */
        offsetMs: number;

        /**
         * Creates a new ErrorChange instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ErrorChange instance
         */
        static create(properties: diag.ErrorChange.$Shape): diag.ErrorChange & diag.ErrorChange.$Shape;
        static create(properties?: diag.ErrorChange.$Properties): diag.ErrorChange;

        /**
         * Encodes the specified ErrorChange message. Does not implicitly {@link diag.ErrorChange.verify|verify} messages.
         * @param message ErrorChange message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.ErrorChange.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an ErrorChange message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.ErrorChange & diag.ErrorChange.$Shape} ErrorChange
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.ErrorChange & diag.ErrorChange.$Shape;

        /**
         * Verifies an ErrorChange message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates an ErrorChange message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns ErrorChange
         */
        static fromObject(object: { [k: string]: any }): diag.ErrorChange;

        /**
         * Creates a plain object from an ErrorChange message. Also converts values to other types if specified.
         * @param message ErrorChange
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.ErrorChange, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this ErrorChange to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for ErrorChange
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ErrorChange {

        /** Properties of an ErrorChange. */
        interface $Properties {

            /** ErrorChange channel */
            channel?: (string|null);

            /** ErrorChange code */
            code?: (number|null);

            /** ErrorChange raised */
            raised?: (boolean|null);

            /** ErrorChange detail */
            detail?: (string|null);

            /** ErrorChange offsetMs */
            offsetMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an ErrorChange. */
        type $Shape = diag.ErrorChange.$Properties;
    }

    /**
     * Properties of a FirmwareReport.
     * @deprecated Use diag.FirmwareReport.$Properties instead.
     */
    interface IFirmwareReport extends diag.FirmwareReport.$Properties {
    }

    /** Represents a FirmwareReport. */
    class FirmwareReport {

        /**
         * Constructs a new FirmwareReport.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.FirmwareReport.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FirmwareReport header. */
        header?: (diag.Header.$Properties|null);

        /** FirmwareReport state. */
        state?: (string|null);

        /** FirmwareReport result. */
        result?: (string|null);

        /** FirmwareReport version. */
        version?: (string|null);

        /** FirmwareReport versionSub. */
        versionSub?: (string|null);

        /** FirmwareReport target. */
        target?: (string|null);

        /** FirmwareReport slotState. */
        slotState?: (string|null);

        /** FirmwareReport progress. */
        progress?: (number|null);

        /** FirmwareReport slots. */
        slots: diag.FirmwareSlot.$Properties[];

        /**
         * Creates a new FirmwareReport instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FirmwareReport instance
         */
        static create(properties: diag.FirmwareReport.$Shape): diag.FirmwareReport & diag.FirmwareReport.$Shape;
        static create(properties?: diag.FirmwareReport.$Properties): diag.FirmwareReport;

        /**
         * Encodes the specified FirmwareReport message. Does not implicitly {@link diag.FirmwareReport.verify|verify} messages.
         * @param message FirmwareReport message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.FirmwareReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FirmwareReport message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.FirmwareReport & diag.FirmwareReport.$Shape} FirmwareReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.FirmwareReport & diag.FirmwareReport.$Shape;

        /**
         * Verifies a FirmwareReport message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a FirmwareReport message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns FirmwareReport
         */
        static fromObject(object: { [k: string]: any }): diag.FirmwareReport;

        /**
         * Creates a plain object from a FirmwareReport message. Also converts values to other types if specified.
         * @param message FirmwareReport
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.FirmwareReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this FirmwareReport to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for FirmwareReport
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace FirmwareReport {

        /** Properties of a FirmwareReport. */
        interface $Properties {

            /** FirmwareReport header */
            header?: (diag.Header.$Properties|null);

            /** FirmwareReport state */
            state?: (string|null);

            /** FirmwareReport result */
            result?: (string|null);

            /** FirmwareReport version */
            version?: (string|null);

            /** FirmwareReport versionSub */
            versionSub?: (string|null);

            /** FirmwareReport target */
            target?: (string|null);

            /** FirmwareReport slotState */
            slotState?: (string|null);

            /** FirmwareReport progress */
            progress?: (number|null);

            /** FirmwareReport slots */
            slots?: (diag.FirmwareSlot.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FirmwareReport. */
        type $Shape = diag.FirmwareReport.$Properties;
    }

    /**
     * Properties of a FirmwareSlot.
     * @deprecated Use diag.FirmwareSlot.$Properties instead.
     */
    interface IFirmwareSlot extends diag.FirmwareSlot.$Properties {
    }

    /** Represents a FirmwareSlot. */
    class FirmwareSlot {

        /**
         * Constructs a new FirmwareSlot.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.FirmwareSlot.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FirmwareSlot name. */
        name: string;

        /** FirmwareSlot version. */
        version: string;

        /** FirmwareSlot state. */
        state: string;

        /**
         * Creates a new FirmwareSlot instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FirmwareSlot instance
         */
        static create(properties: diag.FirmwareSlot.$Shape): diag.FirmwareSlot & diag.FirmwareSlot.$Shape;
        static create(properties?: diag.FirmwareSlot.$Properties): diag.FirmwareSlot;

        /**
         * Encodes the specified FirmwareSlot message. Does not implicitly {@link diag.FirmwareSlot.verify|verify} messages.
         * @param message FirmwareSlot message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.FirmwareSlot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FirmwareSlot message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.FirmwareSlot & diag.FirmwareSlot.$Shape} FirmwareSlot
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.FirmwareSlot & diag.FirmwareSlot.$Shape;

        /**
         * Verifies a FirmwareSlot message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a FirmwareSlot message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns FirmwareSlot
         */
        static fromObject(object: { [k: string]: any }): diag.FirmwareSlot;

        /**
         * Creates a plain object from a FirmwareSlot message. Also converts values to other types if specified.
         * @param message FirmwareSlot
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.FirmwareSlot, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this FirmwareSlot to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for FirmwareSlot
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace FirmwareSlot {

        /** Properties of a FirmwareSlot. */
        interface $Properties {

            /** FirmwareSlot name */
            name?: (string|null);

            /** FirmwareSlot version */
            version?: (string|null);

            /** FirmwareSlot state */
            state?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FirmwareSlot. */
        type $Shape = diag.FirmwareSlot.$Properties;
    }

    /**
     * Properties of a LogReport.
     * @deprecated Use diag.LogReport.$Properties instead.
     */
    interface ILogReport extends diag.LogReport.$Properties {
    }

    /** Represents a LogReport. */
    class LogReport {

        /**
         * Constructs a new LogReport.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.LogReport.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LogReport header. */
        header?: (diag.Header.$Properties|null);

        /** LogReport entries. */
        entries: diag.LogEntry.$Properties[];

        /**
         * Creates a new LogReport instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LogReport instance
         */
        static create(properties: diag.LogReport.$Shape): diag.LogReport & diag.LogReport.$Shape;
        static create(properties?: diag.LogReport.$Properties): diag.LogReport;

        /**
         * Encodes the specified LogReport message. Does not implicitly {@link diag.LogReport.verify|verify} messages.
         * @param message LogReport message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.LogReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LogReport message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.LogReport & diag.LogReport.$Shape} LogReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.LogReport & diag.LogReport.$Shape;

        /**
         * Verifies a LogReport message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a LogReport message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns LogReport
         */
        static fromObject(object: { [k: string]: any }): diag.LogReport;

        /**
         * Creates a plain object from a LogReport message. Also converts values to other types if specified.
         * @param message LogReport
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.LogReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this LogReport to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for LogReport
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace LogReport {

        /** Properties of a LogReport. */
        interface $Properties {

            /** LogReport header */
            header?: (diag.Header.$Properties|null);

            /** LogReport entries */
            entries?: (diag.LogEntry.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LogReport. */
        type $Shape = diag.LogReport.$Properties;
    }

    /**
     * Properties of a LogEntry.
     * @deprecated Use diag.LogEntry.$Properties instead.
     */
    interface ILogEntry extends diag.LogEntry.$Properties {
    }

    /** Represents a LogEntry. */
    class LogEntry {

        /**
         * Constructs a new LogEntry.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.LogEntry.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LogEntry offsetMs. */
        offsetMs: number;

        /** LogEntry level. */
        level: string;

        /** LogEntry source. */
        source: string;

        /** LogEntry text. */
        text: string;

        /**
         * Creates a new LogEntry instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LogEntry instance
         */
        static create(properties: diag.LogEntry.$Shape): diag.LogEntry & diag.LogEntry.$Shape;
        static create(properties?: diag.LogEntry.$Properties): diag.LogEntry;

        /**
         * Encodes the specified LogEntry message. Does not implicitly {@link diag.LogEntry.verify|verify} messages.
         * @param message LogEntry message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.LogEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LogEntry message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.LogEntry & diag.LogEntry.$Shape} LogEntry
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.LogEntry & diag.LogEntry.$Shape;

        /**
         * Verifies a LogEntry message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a LogEntry message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns LogEntry
         */
        static fromObject(object: { [k: string]: any }): diag.LogEntry;

        /**
         * Creates a plain object from a LogEntry message. Also converts values to other types if specified.
         * @param message LogEntry
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.LogEntry, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this LogEntry to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for LogEntry
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace LogEntry {

        /** Properties of a LogEntry. */
        interface $Properties {

            /** LogEntry offsetMs */
            offsetMs?: (number|null);

            /** LogEntry level */
            level?: (string|null);

            /** LogEntry source */
            source?: (string|null);

            /** LogEntry text */
            text?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LogEntry. */
        type $Shape = diag.LogEntry.$Properties;
    }

    /**
     * Properties of an OutputReport.
     * @deprecated Use diag.OutputReport.$Properties instead.
     */
    interface IOutputReport extends diag.OutputReport.$Properties {
    }

    /** Represents an OutputReport. */
    class OutputReport {

        /**
         * Constructs a new OutputReport.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.OutputReport.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OutputReport header. */
        header?: (diag.Header.$Properties|null);

        /** OutputReport executionId. */
        executionId: string;

        /** OutputReport fields. */
        fields: diag.OutputField.$Properties[];

        /**
         * Creates a new OutputReport instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OutputReport instance
         */
        static create(properties: diag.OutputReport.$Shape): diag.OutputReport & diag.OutputReport.$Shape;
        static create(properties?: diag.OutputReport.$Properties): diag.OutputReport;

        /**
         * Encodes the specified OutputReport message. Does not implicitly {@link diag.OutputReport.verify|verify} messages.
         * @param message OutputReport message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.OutputReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OutputReport message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.OutputReport & diag.OutputReport.$Shape} OutputReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.OutputReport & diag.OutputReport.$Shape;

        /**
         * Verifies an OutputReport message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates an OutputReport message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns OutputReport
         */
        static fromObject(object: { [k: string]: any }): diag.OutputReport;

        /**
         * Creates a plain object from an OutputReport message. Also converts values to other types if specified.
         * @param message OutputReport
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.OutputReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this OutputReport to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for OutputReport
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace OutputReport {

        /** Properties of an OutputReport. */
        interface $Properties {

            /** OutputReport header */
            header?: (diag.Header.$Properties|null);

            /** OutputReport executionId */
            executionId?: (string|null);

            /** OutputReport fields */
            fields?: (diag.OutputField.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OutputReport. */
        type $Shape = {
          header?: diag.Header.$Shape|null;
          executionId?: string|null;
          fields?: diag.OutputField.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of an OutputField.
     * @deprecated Use diag.OutputField.$Properties instead.
     */
    interface IOutputField extends diag.OutputField.$Properties {
    }

    /** Represents an OutputField. */
    class OutputField {

        /**
         * Constructs a new OutputField.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.OutputField.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OutputField name. */
        name: string;

        /** OutputField number. */
        number?: (number|null);

        /** OutputField text. */
        text?: (string|null);

        /** OutputField value. */
        value?: ("number"|"text");

        /**
         * Creates a new OutputField instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OutputField instance
         */
        static create(properties: diag.OutputField.$Shape): diag.OutputField & diag.OutputField.$Shape;
        static create(properties?: diag.OutputField.$Properties): diag.OutputField;

        /**
         * Encodes the specified OutputField message. Does not implicitly {@link diag.OutputField.verify|verify} messages.
         * @param message OutputField message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.OutputField.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OutputField message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.OutputField & diag.OutputField.$Shape} OutputField
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.OutputField & diag.OutputField.$Shape;

        /**
         * Verifies an OutputField message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates an OutputField message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns OutputField
         */
        static fromObject(object: { [k: string]: any }): diag.OutputField;

        /**
         * Creates a plain object from an OutputField message. Also converts values to other types if specified.
         * @param message OutputField
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.OutputField, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this OutputField to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for OutputField
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace OutputField {

        /** Properties of an OutputField. */
        interface $Properties {

            /** OutputField name */
            name?: (string|null);

            /** OutputField number */
            number?: (number|null);

            /** OutputField text */
            text?: (string|null);

            /** OutputField value */
            value?: ("number"|"text");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of an OutputField. */
        type $Shape = {
          name?: string|null;
          number?: number|null;
          text?: string|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ value?: undefined; number?: null; text?: null }|{ value?: "number"; number: number; text?: null }|{ value?: "text"; number?: null; text: string })
        );
    }

    /**
     * Properties of a ConsentState.
     * @deprecated Use diag.ConsentState.$Properties instead.
     */
    interface IConsentState extends diag.ConsentState.$Properties {
    }

    /** Represents a ConsentState. */
    class ConsentState {

        /**
         * Constructs a new ConsentState.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.ConsentState.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ConsentState epoch. */
        epoch: (number|Long);

        /** ConsentState classes. */
        classes: diag.DataClass[];

        /** ConsentState operationClasses. */
        operationClasses: diag.OperationClass[];

        /** ConsentState backlog. */
        backlog: boolean;

        /** ConsentState grants. */
        grants: diag.GrantNotice.$Properties[];

        /** ConsentState pending. */
        pending: diag.PendingRequest.$Properties[];

        /**
         * Creates a new ConsentState instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ConsentState instance
         */
        static create(properties: diag.ConsentState.$Shape): diag.ConsentState & diag.ConsentState.$Shape;
        static create(properties?: diag.ConsentState.$Properties): diag.ConsentState;

        /**
         * Encodes the specified ConsentState message. Does not implicitly {@link diag.ConsentState.verify|verify} messages.
         * @param message ConsentState message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.ConsentState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ConsentState message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.ConsentState & diag.ConsentState.$Shape} ConsentState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.ConsentState & diag.ConsentState.$Shape;

        /**
         * Verifies a ConsentState message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a ConsentState message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns ConsentState
         */
        static fromObject(object: { [k: string]: any }): diag.ConsentState;

        /**
         * Creates a plain object from a ConsentState message. Also converts values to other types if specified.
         * @param message ConsentState
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.ConsentState, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this ConsentState to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for ConsentState
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ConsentState {

        /** Properties of a ConsentState. */
        interface $Properties {

            /** ConsentState epoch */
            epoch?: (number|Long|null);

            /** ConsentState classes */
            classes?: (diag.DataClass[]|null);

            /** ConsentState operationClasses */
            operationClasses?: (diag.OperationClass[]|null);

            /** ConsentState backlog */
            backlog?: (boolean|null);

            /** ConsentState grants */
            grants?: (diag.GrantNotice.$Properties[]|null);

            /** ConsentState pending */
            pending?: (diag.PendingRequest.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ConsentState. */
        type $Shape = diag.ConsentState.$Properties;
    }

    /**
     * Properties of a GrantNotice.
     * @deprecated Use diag.GrantNotice.$Properties instead.
     */
    interface IGrantNotice extends diag.GrantNotice.$Properties {
    }

    /** Represents a GrantNotice. */
    class GrantNotice {

        /**
         * Constructs a new GrantNotice.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.GrantNotice.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GrantNotice grantId. */
        grantId: string;

        /** GrantNotice agent. */
        agent: string;

        /** GrantNotice classes. */
        classes: diag.DataClass[];

        /** GrantNotice operationClasses. */
        operationClasses: diag.OperationClass[];

        /** GrantNotice expiresInMs. */
        expiresInMs: number;

        /** GrantNotice purpose. */
        purpose: string;

        /**
         * Creates a new GrantNotice instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GrantNotice instance
         */
        static create(properties: diag.GrantNotice.$Shape): diag.GrantNotice & diag.GrantNotice.$Shape;
        static create(properties?: diag.GrantNotice.$Properties): diag.GrantNotice;

        /**
         * Encodes the specified GrantNotice message. Does not implicitly {@link diag.GrantNotice.verify|verify} messages.
         * @param message GrantNotice message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.GrantNotice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GrantNotice message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.GrantNotice & diag.GrantNotice.$Shape} GrantNotice
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.GrantNotice & diag.GrantNotice.$Shape;

        /**
         * Verifies a GrantNotice message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a GrantNotice message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns GrantNotice
         */
        static fromObject(object: { [k: string]: any }): diag.GrantNotice;

        /**
         * Creates a plain object from a GrantNotice message. Also converts values to other types if specified.
         * @param message GrantNotice
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.GrantNotice, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this GrantNotice to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for GrantNotice
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace GrantNotice {

        /** Properties of a GrantNotice. */
        interface $Properties {

            /** GrantNotice grantId */
            grantId?: (string|null);

            /** GrantNotice agent */
            agent?: (string|null);

            /** GrantNotice classes */
            classes?: (diag.DataClass[]|null);

            /** GrantNotice operationClasses */
            operationClasses?: (diag.OperationClass[]|null);

            /** GrantNotice expiresInMs */
            expiresInMs?: (number|null);

            /** GrantNotice purpose */
            purpose?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GrantNotice. */
        type $Shape = diag.GrantNotice.$Properties;
    }

    /**
     * Properties of a PendingRequest.
     * @deprecated Use diag.PendingRequest.$Properties instead.
     */
    interface IPendingRequest extends diag.PendingRequest.$Properties {
    }

    /** Represents a PendingRequest. */
    class PendingRequest {

        /**
         * Constructs a new PendingRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.PendingRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PendingRequest requestId. */
        requestId: string;

        /** PendingRequest brand. */
        brand: string;

        /** PendingRequest agent. */
        agent: string;

        /** PendingRequest classes. */
        classes: diag.DataClass[];

        /** PendingRequest wordsZh. */
        wordsZh: string[];

        /** PendingRequest expiresInMs. */
        expiresInMs: number;

        /** PendingRequest wordsEn. */
        wordsEn: string[];

        /** PendingRequest purpose. */
        purpose: string;

        /**
         * Creates a new PendingRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns PendingRequest instance
         */
        static create(properties: diag.PendingRequest.$Shape): diag.PendingRequest & diag.PendingRequest.$Shape;
        static create(properties?: diag.PendingRequest.$Properties): diag.PendingRequest;

        /**
         * Encodes the specified PendingRequest message. Does not implicitly {@link diag.PendingRequest.verify|verify} messages.
         * @param message PendingRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.PendingRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PendingRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.PendingRequest & diag.PendingRequest.$Shape} PendingRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.PendingRequest & diag.PendingRequest.$Shape;

        /**
         * Verifies a PendingRequest message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a PendingRequest message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns PendingRequest
         */
        static fromObject(object: { [k: string]: any }): diag.PendingRequest;

        /**
         * Creates a plain object from a PendingRequest message. Also converts values to other types if specified.
         * @param message PendingRequest
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.PendingRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this PendingRequest to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for PendingRequest
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace PendingRequest {

        /** Properties of a PendingRequest. */
        interface $Properties {

            /** PendingRequest requestId */
            requestId?: (string|null);

            /** PendingRequest brand */
            brand?: (string|null);

            /** PendingRequest agent */
            agent?: (string|null);

            /** PendingRequest classes */
            classes?: (diag.DataClass[]|null);

            /** PendingRequest wordsZh */
            wordsZh?: (string[]|null);

            /** PendingRequest expiresInMs */
            expiresInMs?: (number|null);

            /** PendingRequest wordsEn */
            wordsEn?: (string[]|null);

            /** PendingRequest purpose */
            purpose?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PendingRequest. */
        type $Shape = diag.PendingRequest.$Properties;
    }

    /**
     * Properties of a LiveLease.
     * @deprecated Use diag.LiveLease.$Properties instead.
     */
    interface ILiveLease extends diag.LiveLease.$Properties {
    }

    /** Represents a LiveLease. */
    class LiveLease {

        /**
         * Constructs a new LiveLease.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.LiveLease.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LiveLease classes. */
        classes: diag.DataClass[];

        /** LiveLease ttlMs. */
        ttlMs: number;

        /**
         * Creates a new LiveLease instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LiveLease instance
         */
        static create(properties: diag.LiveLease.$Shape): diag.LiveLease & diag.LiveLease.$Shape;
        static create(properties?: diag.LiveLease.$Properties): diag.LiveLease;

        /**
         * Encodes the specified LiveLease message. Does not implicitly {@link diag.LiveLease.verify|verify} messages.
         * @param message LiveLease message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.LiveLease.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LiveLease message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.LiveLease & diag.LiveLease.$Shape} LiveLease
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.LiveLease & diag.LiveLease.$Shape;

        /**
         * Verifies a LiveLease message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a LiveLease message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns LiveLease
         */
        static fromObject(object: { [k: string]: any }): diag.LiveLease;

        /**
         * Creates a plain object from a LiveLease message. Also converts values to other types if specified.
         * @param message LiveLease
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.LiveLease, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this LiveLease to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for LiveLease
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace LiveLease {

        /** Properties of a LiveLease. */
        interface $Properties {

            /** LiveLease classes */
            classes?: (diag.DataClass[]|null);

            /** LiveLease ttlMs */
            ttlMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LiveLease. */
        type $Shape = diag.LiveLease.$Properties;
    }

    /**
     * Properties of an Operation.
     * @deprecated Use diag.Operation.$Properties instead.
     */
    interface IOperation extends diag.Operation.$Properties {
    }

    /** Represents an Operation. */
    class Operation {

        /**
         * Constructs a new Operation.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Operation.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Operation executionId. */
        executionId: string;

        /** Operation name. */
        name: string;

        /** Operation arguments. */
        arguments: diag.Argument.$Properties[];

        /** Operation token. */
        token?: (diag.OperationToken.$Properties|null);

        /**
         * Creates a new Operation instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Operation instance
         */
        static create(properties: diag.Operation.$Shape): diag.Operation & diag.Operation.$Shape;
        static create(properties?: diag.Operation.$Properties): diag.Operation;

        /**
         * Encodes the specified Operation message. Does not implicitly {@link diag.Operation.verify|verify} messages.
         * @param message Operation message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Operation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Operation message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Operation & diag.Operation.$Shape} Operation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Operation & diag.Operation.$Shape;

        /**
         * Verifies an Operation message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates an Operation message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Operation
         */
        static fromObject(object: { [k: string]: any }): diag.Operation;

        /**
         * Creates a plain object from an Operation message. Also converts values to other types if specified.
         * @param message Operation
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Operation, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Operation to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Operation
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Operation {

        /** Properties of an Operation. */
        interface $Properties {

            /** Operation executionId */
            executionId?: (string|null);

            /** Operation name */
            name?: (string|null);

            /** Operation arguments */
            "arguments"?: (diag.Argument.$Properties[]|null);

            /** Operation token */
            token?: (diag.OperationToken.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Operation. */
        type $Shape = diag.Operation.$Properties;
    }

    /**
     * Properties of an Argument.
     * @deprecated Use diag.Argument.$Properties instead.
     */
    interface IArgument extends diag.Argument.$Properties {
    }

    /** Represents an Argument. */
    class Argument {

        /**
         * Constructs a new Argument.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Argument.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Argument name. */
        name: string;

        /** Argument value. */
        value: string;

        /**
         * Creates a new Argument instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Argument instance
         */
        static create(properties: diag.Argument.$Shape): diag.Argument & diag.Argument.$Shape;
        static create(properties?: diag.Argument.$Properties): diag.Argument;

        /**
         * Encodes the specified Argument message. Does not implicitly {@link diag.Argument.verify|verify} messages.
         * @param message Argument message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Argument.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Argument message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Argument & diag.Argument.$Shape} Argument
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Argument & diag.Argument.$Shape;

        /**
         * Verifies an Argument message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates an Argument message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Argument
         */
        static fromObject(object: { [k: string]: any }): diag.Argument;

        /**
         * Creates a plain object from an Argument message. Also converts values to other types if specified.
         * @param message Argument
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Argument, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Argument to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Argument
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Argument {

        /** Properties of an Argument. */
        interface $Properties {

            /** Argument name */
            name?: (string|null);

            /** Argument value */
            value?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Argument. */
        type $Shape = diag.Argument.$Properties;
    }

    /**
     * Properties of an OperationToken.
     * @deprecated Use diag.OperationToken.$Properties instead.
     */
    interface IOperationToken extends diag.OperationToken.$Properties {
    }

    /** Represents an OperationToken. */
    class OperationToken {

        /**
         * Constructs a new OperationToken.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.OperationToken.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OperationToken claims. */
        claims: Uint8Array;

        /** OperationToken signature. */
        signature: Uint8Array;

        /**
         * Creates a new OperationToken instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OperationToken instance
         */
        static create(properties: diag.OperationToken.$Shape): diag.OperationToken & diag.OperationToken.$Shape;
        static create(properties?: diag.OperationToken.$Properties): diag.OperationToken;

        /**
         * Encodes the specified OperationToken message. Does not implicitly {@link diag.OperationToken.verify|verify} messages.
         * @param message OperationToken message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.OperationToken.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OperationToken message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.OperationToken & diag.OperationToken.$Shape} OperationToken
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.OperationToken & diag.OperationToken.$Shape;

        /**
         * Verifies an OperationToken message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates an OperationToken message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns OperationToken
         */
        static fromObject(object: { [k: string]: any }): diag.OperationToken;

        /**
         * Creates a plain object from an OperationToken message. Also converts values to other types if specified.
         * @param message OperationToken
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.OperationToken, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this OperationToken to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for OperationToken
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace OperationToken {

        /** Properties of an OperationToken. */
        interface $Properties {

            /** OperationToken claims */
            claims?: (Uint8Array|null);

            /** OperationToken signature */
            signature?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OperationToken. */
        type $Shape = diag.OperationToken.$Properties;
    }

    /**
     * Properties of an OperationClaims.
     * @deprecated Use diag.OperationClaims.$Properties instead.
     */
    interface IOperationClaims extends diag.OperationClaims.$Properties {
    }

    /** Represents an OperationClaims. */
    class OperationClaims {

        /**
         * Constructs a new OperationClaims.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.OperationClaims.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OperationClaims deviceId. */
        deviceId: string;

        /** OperationClaims executionId. */
        executionId: string;

        /** OperationClaims name. */
        name: string;

        /** OperationClaims grantId. */
        grantId: string;

        /** OperationClaims epoch. */
        epoch: (number|Long);

        /** OperationClaims nonce. */
        nonce: Uint8Array;

        /** OperationClaims ttlMs. */
        ttlMs: number;

        /**
         * Creates a new OperationClaims instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OperationClaims instance
         */
        static create(properties: diag.OperationClaims.$Shape): diag.OperationClaims & diag.OperationClaims.$Shape;
        static create(properties?: diag.OperationClaims.$Properties): diag.OperationClaims;

        /**
         * Encodes the specified OperationClaims message. Does not implicitly {@link diag.OperationClaims.verify|verify} messages.
         * @param message OperationClaims message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.OperationClaims.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OperationClaims message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.OperationClaims & diag.OperationClaims.$Shape} OperationClaims
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.OperationClaims & diag.OperationClaims.$Shape;

        /**
         * Verifies an OperationClaims message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates an OperationClaims message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns OperationClaims
         */
        static fromObject(object: { [k: string]: any }): diag.OperationClaims;

        /**
         * Creates a plain object from an OperationClaims message. Also converts values to other types if specified.
         * @param message OperationClaims
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.OperationClaims, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this OperationClaims to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for OperationClaims
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace OperationClaims {

        /** Properties of an OperationClaims. */
        interface $Properties {

            /** OperationClaims deviceId */
            deviceId?: (string|null);

            /** OperationClaims executionId */
            executionId?: (string|null);

            /** OperationClaims name */
            name?: (string|null);

            /** OperationClaims grantId */
            grantId?: (string|null);

            /** OperationClaims epoch */
            epoch?: (number|Long|null);

            /** OperationClaims nonce */
            nonce?: (Uint8Array|null);

            /** OperationClaims ttlMs */
            ttlMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OperationClaims. */
        type $Shape = diag.OperationClaims.$Properties;
    }

    /**
     * Properties of a Cancel.
     * @deprecated Use diag.Cancel.$Properties instead.
     */
    interface ICancel extends diag.Cancel.$Properties {
    }

    /** Represents a Cancel. */
    class Cancel {

        /**
         * Constructs a new Cancel.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Cancel.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Cancel executionId. */
        executionId: string;

        /**
         * Creates a new Cancel instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Cancel instance
         */
        static create(properties: diag.Cancel.$Shape): diag.Cancel & diag.Cancel.$Shape;
        static create(properties?: diag.Cancel.$Properties): diag.Cancel;

        /**
         * Encodes the specified Cancel message. Does not implicitly {@link diag.Cancel.verify|verify} messages.
         * @param message Cancel message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Cancel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Cancel message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Cancel & diag.Cancel.$Shape} Cancel
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Cancel & diag.Cancel.$Shape;

        /**
         * Verifies a Cancel message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Cancel message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Cancel
         */
        static fromObject(object: { [k: string]: any }): diag.Cancel;

        /**
         * Creates a plain object from a Cancel message. Also converts values to other types if specified.
         * @param message Cancel
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Cancel, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Cancel to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Cancel
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Cancel {

        /** Properties of a Cancel. */
        interface $Properties {

            /** Cancel executionId */
            executionId?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Cancel. */
        type $Shape = diag.Cancel.$Properties;
    }

    /**
     * Properties of a Rebirth.
     * @deprecated Use diag.Rebirth.$Properties instead.
     */
    interface IRebirth extends diag.Rebirth.$Properties {
    }

    /** Represents a Rebirth. */
    class Rebirth {

        /**
         * Constructs a new Rebirth.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Rebirth.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new Rebirth instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Rebirth instance
         */
        static create(properties: diag.Rebirth.$Shape): diag.Rebirth & diag.Rebirth.$Shape;
        static create(properties?: diag.Rebirth.$Properties): diag.Rebirth;

        /**
         * Encodes the specified Rebirth message. Does not implicitly {@link diag.Rebirth.verify|verify} messages.
         * @param message Rebirth message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Rebirth.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Rebirth message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Rebirth & diag.Rebirth.$Shape} Rebirth
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Rebirth & diag.Rebirth.$Shape;

        /**
         * Verifies a Rebirth message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Rebirth message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Rebirth
         */
        static fromObject(object: { [k: string]: any }): diag.Rebirth;

        /**
         * Creates a plain object from a Rebirth message. Also converts values to other types if specified.
         * @param message Rebirth
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Rebirth, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Rebirth to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Rebirth
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Rebirth {

        /** Properties of a Rebirth. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Rebirth. */
        type $Shape = diag.Rebirth.$Properties;
    }

    /**
     * Properties of a SessionFrame.
     * @deprecated Use diag.SessionFrame.$Properties instead.
     */
    interface ISessionFrame extends diag.SessionFrame.$Properties {
    }

    /** Represents a SessionFrame. */
    class SessionFrame {

        /**
         * Constructs a new SessionFrame.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.SessionFrame.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SessionFrame streamId. */
        streamId: string;

        /** SessionFrame tick. */
        tick: (number|Long);

        /** SessionFrame sentAt. */
        sentAt: (number|Long);

        /** SessionFrame snapshot. */
        snapshot?: (diag.Snapshot.$Properties|null);

        /** SessionFrame delta. */
        delta?: (diag.Delta.$Properties|null);

        /** SessionFrame beat. */
        beat?: (diag.Beat.$Properties|null);

        /** SessionFrame ended. */
        ended?: (diag.Ended.$Properties|null);

        /** SessionFrame body. */
        body?: ("snapshot"|"delta"|"beat"|"ended");

        /**
         * Creates a new SessionFrame instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SessionFrame instance
         */
        static create(properties: diag.SessionFrame.$Shape): diag.SessionFrame & diag.SessionFrame.$Shape;
        static create(properties?: diag.SessionFrame.$Properties): diag.SessionFrame;

        /**
         * Encodes the specified SessionFrame message. Does not implicitly {@link diag.SessionFrame.verify|verify} messages.
         * @param message SessionFrame message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.SessionFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SessionFrame message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.SessionFrame & diag.SessionFrame.$Shape} SessionFrame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.SessionFrame & diag.SessionFrame.$Shape;

        /**
         * Verifies a SessionFrame message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a SessionFrame message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns SessionFrame
         */
        static fromObject(object: { [k: string]: any }): diag.SessionFrame;

        /**
         * Creates a plain object from a SessionFrame message. Also converts values to other types if specified.
         * @param message SessionFrame
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.SessionFrame, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this SessionFrame to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for SessionFrame
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace SessionFrame {

        /** Properties of a SessionFrame. */
        interface $Properties {

            /** SessionFrame streamId */
            streamId?: (string|null);

            /** SessionFrame tick */
            tick?: (number|Long|null);

            /** SessionFrame sentAt */
            sentAt?: (number|Long|null);

            /** SessionFrame snapshot */
            snapshot?: (diag.Snapshot.$Properties|null);

            /** SessionFrame delta */
            delta?: (diag.Delta.$Properties|null);

            /** SessionFrame beat */
            beat?: (diag.Beat.$Properties|null);

            /** SessionFrame ended */
            ended?: (diag.Ended.$Properties|null);

            /** SessionFrame body */
            body?: ("snapshot"|"delta"|"beat"|"ended");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a SessionFrame. */
        type $Shape = {
          streamId?: string|null;
          tick?: number|Long|null;
          sentAt?: number|Long|null;
          snapshot?: diag.Snapshot.$Shape|null;
          delta?: diag.Delta.$Shape|null;
          beat?: diag.Beat.$Shape|null;
          ended?: diag.Ended.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ body?: undefined; snapshot?: null; delta?: null; beat?: null; ended?: null }|{ body?: "snapshot"; snapshot: diag.Snapshot.$Shape; delta?: null; beat?: null; ended?: null }|{ body?: "delta"; snapshot?: null; delta: diag.Delta.$Shape; beat?: null; ended?: null }|{ body?: "beat"; snapshot?: null; delta?: null; beat: diag.Beat.$Shape; ended?: null }|{ body?: "ended"; snapshot?: null; delta?: null; beat?: null; ended: diag.Ended.$Shape })
        );
    }

    /** Quality enum. */
    enum Quality {

        /** QUALITY_UNKNOWN value */
        QUALITY_UNKNOWN = 0,

        /** QUALITY_LIVE value */
        QUALITY_LIVE = 1,

        /** QUALITY_STALE value */
        QUALITY_STALE = 2,

        /** QUALITY_HISTORICAL value */
        QUALITY_HISTORICAL = 3,

        /** QUALITY_WITHHELD value */
        QUALITY_WITHHELD = 4
    }

    /**
     * Properties of a MetricValue.
     * @deprecated Use diag.MetricValue.$Properties instead.
     */
    interface IMetricValue extends diag.MetricValue.$Properties {
    }

    /** Represents a MetricValue. */
    class MetricValue {

        /**
         * Constructs a new MetricValue.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.MetricValue.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MetricValue name. */
        name: string;

        /** MetricValue number. */
        number?: (number|null);

        /** MetricValue text. */
        text?: (string|null);

        /** MetricValue at. */
        at: (number|Long);

        /** MetricValue receivedAt. */
        receivedAt: (number|Long);

        /** MetricValue ageMs. */
        ageMs: number;

        /** MetricValue freshForMs. */
        freshForMs: number;

        /** MetricValue source. */
        source: string;

        /** MetricValue quality. */
        quality: diag.Quality;

        /** MetricValue dataClass. */
        dataClass: diag.DataClass;

        /** MetricValue onChange. */
        onChange: boolean;

        /** MetricValue min. */
        min?: (number|null);

        /** MetricValue max. */
        max?: (number|null);

        /** MetricValue value. */
        value?: ("number"|"text");

        /**
         * Creates a new MetricValue instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MetricValue instance
         */
        static create(properties: diag.MetricValue.$Shape): diag.MetricValue & diag.MetricValue.$Shape;
        static create(properties?: diag.MetricValue.$Properties): diag.MetricValue;

        /**
         * Encodes the specified MetricValue message. Does not implicitly {@link diag.MetricValue.verify|verify} messages.
         * @param message MetricValue message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.MetricValue.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MetricValue message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.MetricValue & diag.MetricValue.$Shape} MetricValue
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.MetricValue & diag.MetricValue.$Shape;

        /**
         * Verifies a MetricValue message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a MetricValue message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns MetricValue
         */
        static fromObject(object: { [k: string]: any }): diag.MetricValue;

        /**
         * Creates a plain object from a MetricValue message. Also converts values to other types if specified.
         * @param message MetricValue
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.MetricValue, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this MetricValue to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for MetricValue
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace MetricValue {

        /** Properties of a MetricValue. */
        interface $Properties {

            /** MetricValue name */
            name?: (string|null);

            /** MetricValue number */
            number?: (number|null);

            /** MetricValue text */
            text?: (string|null);

            /** MetricValue at */
            at?: (number|Long|null);

            /** MetricValue receivedAt */
            receivedAt?: (number|Long|null);

            /** MetricValue ageMs */
            ageMs?: (number|null);

            /** MetricValue freshForMs */
            freshForMs?: (number|null);

            /** MetricValue source */
            source?: (string|null);

            /** MetricValue quality */
            quality?: (diag.Quality|null);

            /** MetricValue dataClass */
            dataClass?: (diag.DataClass|null);

            /** MetricValue onChange */
            onChange?: (boolean|null);

            /** MetricValue min */
            min?: (number|null);

            /** MetricValue max */
            max?: (number|null);

            /** MetricValue value */
            value?: ("number"|"text");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a MetricValue. */
        type $Shape = {
          name?: string|null;
          number?: number|null;
          text?: string|null;
          at?: number|Long|null;
          receivedAt?: number|Long|null;
          ageMs?: number|null;
          freshForMs?: number|null;
          source?: string|null;
          quality?: diag.Quality|null;
          dataClass?: diag.DataClass|null;
          onChange?: boolean|null;
          min?: number|null;
          max?: number|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ value?: undefined; number?: null; text?: null }|{ value?: "number"; number: number; text?: null }|{ value?: "text"; number?: null; text: string })
        );
    }

    /**
     * Properties of a FreezeFrame.
     * @deprecated Use diag.FreezeFrame.$Properties instead.
     */
    interface IFreezeFrame extends diag.FreezeFrame.$Properties {
    }

    /** Represents a FreezeFrame. */
    class FreezeFrame {

        /**
         * Constructs a new FreezeFrame.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.FreezeFrame.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FreezeFrame receivedAt. */
        receivedAt: (number|Long);

        /** FreezeFrame before. */
        before: diag.SeriesPoints.$Properties[];

        /**
         * Creates a new FreezeFrame instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FreezeFrame instance
         */
        static create(properties: diag.FreezeFrame.$Shape): diag.FreezeFrame & diag.FreezeFrame.$Shape;
        static create(properties?: diag.FreezeFrame.$Properties): diag.FreezeFrame;

        /**
         * Encodes the specified FreezeFrame message. Does not implicitly {@link diag.FreezeFrame.verify|verify} messages.
         * @param message FreezeFrame message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.FreezeFrame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FreezeFrame message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.FreezeFrame & diag.FreezeFrame.$Shape} FreezeFrame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.FreezeFrame & diag.FreezeFrame.$Shape;

        /**
         * Verifies a FreezeFrame message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a FreezeFrame message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns FreezeFrame
         */
        static fromObject(object: { [k: string]: any }): diag.FreezeFrame;

        /**
         * Creates a plain object from a FreezeFrame message. Also converts values to other types if specified.
         * @param message FreezeFrame
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.FreezeFrame, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this FreezeFrame to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for FreezeFrame
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace FreezeFrame {

        /** Properties of a FreezeFrame. */
        interface $Properties {

            /** FreezeFrame receivedAt */
            receivedAt?: (number|Long|null);

            /** FreezeFrame before */
            before?: (diag.SeriesPoints.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FreezeFrame. */
        type $Shape = diag.FreezeFrame.$Properties;
    }

    /**
     * Properties of a SeriesPoints.
     * @deprecated Use diag.SeriesPoints.$Properties instead.
     */
    interface ISeriesPoints extends diag.SeriesPoints.$Properties {
    }

    /** Represents a SeriesPoints. */
    class SeriesPoints {

        /**
         * Constructs a new SeriesPoints.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.SeriesPoints.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SeriesPoints name. */
        name: string;

        /** SeriesPoints receivedAt. */
        receivedAt: (number|Long)[];

        /** SeriesPoints values. */
        values: number[];

        /**
         * Creates a new SeriesPoints instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SeriesPoints instance
         */
        static create(properties: diag.SeriesPoints.$Shape): diag.SeriesPoints & diag.SeriesPoints.$Shape;
        static create(properties?: diag.SeriesPoints.$Properties): diag.SeriesPoints;

        /**
         * Encodes the specified SeriesPoints message. Does not implicitly {@link diag.SeriesPoints.verify|verify} messages.
         * @param message SeriesPoints message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.SeriesPoints.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SeriesPoints message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.SeriesPoints & diag.SeriesPoints.$Shape} SeriesPoints
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.SeriesPoints & diag.SeriesPoints.$Shape;

        /**
         * Verifies a SeriesPoints message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a SeriesPoints message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns SeriesPoints
         */
        static fromObject(object: { [k: string]: any }): diag.SeriesPoints;

        /**
         * Creates a plain object from a SeriesPoints message. Also converts values to other types if specified.
         * @param message SeriesPoints
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.SeriesPoints, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this SeriesPoints to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for SeriesPoints
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace SeriesPoints {

        /** Properties of a SeriesPoints. */
        interface $Properties {

            /** SeriesPoints name */
            name?: (string|null);

            /** SeriesPoints receivedAt */
            receivedAt?: ((number|Long)[]|null);

            /** SeriesPoints values */
            values?: (number[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SeriesPoints. */
        type $Shape = diag.SeriesPoints.$Properties;
    }

    /**
     * Properties of an ErrorRecord.
     * @deprecated Use diag.ErrorRecord.$Properties instead.
     */
    interface IErrorRecord extends diag.ErrorRecord.$Properties {
    }

    /** Represents an ErrorRecord. */
    class ErrorRecord {

        /**
         * Constructs a new ErrorRecord.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.ErrorRecord.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ErrorRecord channel. */
        channel: string;

        /** ErrorRecord code. */
        code: string;

        /** ErrorRecord testFailed. */
        testFailed: boolean;

        /** ErrorRecord pending. */
        pending: boolean;

        /** ErrorRecord confirmed. */
        confirmed: boolean;

        /** ErrorRecord testNotCompleted. */
        testNotCompleted: boolean;

        /** ErrorRecord debounce. */
        debounce: number;

        /** ErrorRecord occurrences. */
        occurrences: number;

        /** ErrorRecord firstAt. */
        firstAt: (number|Long);

        /** ErrorRecord lastAt. */
        lastAt: (number|Long);

        /** ErrorRecord clearedAt. */
        clearedAt: (number|Long);

        /** ErrorRecord detail. */
        detail: string;

        /** ErrorRecord firstFrames. */
        firstFrames: diag.FreezeFrame.$Properties[];

        /** ErrorRecord lastFrames. */
        lastFrames: diag.FreezeFrame.$Properties[];

        /** ErrorRecord healingCycles. */
        healingCycles: number;

        /** ErrorRecord aged. */
        aged: boolean;

        /**
         * Creates a new ErrorRecord instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ErrorRecord instance
         */
        static create(properties: diag.ErrorRecord.$Shape): diag.ErrorRecord & diag.ErrorRecord.$Shape;
        static create(properties?: diag.ErrorRecord.$Properties): diag.ErrorRecord;

        /**
         * Encodes the specified ErrorRecord message. Does not implicitly {@link diag.ErrorRecord.verify|verify} messages.
         * @param message ErrorRecord message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.ErrorRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an ErrorRecord message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.ErrorRecord & diag.ErrorRecord.$Shape} ErrorRecord
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.ErrorRecord & diag.ErrorRecord.$Shape;

        /**
         * Verifies an ErrorRecord message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates an ErrorRecord message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns ErrorRecord
         */
        static fromObject(object: { [k: string]: any }): diag.ErrorRecord;

        /**
         * Creates a plain object from an ErrorRecord message. Also converts values to other types if specified.
         * @param message ErrorRecord
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.ErrorRecord, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this ErrorRecord to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for ErrorRecord
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace ErrorRecord {

        /** Properties of an ErrorRecord. */
        interface $Properties {

            /** ErrorRecord channel */
            channel?: (string|null);

            /** ErrorRecord code */
            code?: (string|null);

            /** ErrorRecord testFailed */
            testFailed?: (boolean|null);

            /** ErrorRecord pending */
            pending?: (boolean|null);

            /** ErrorRecord confirmed */
            confirmed?: (boolean|null);

            /** ErrorRecord testNotCompleted */
            testNotCompleted?: (boolean|null);

            /** ErrorRecord debounce */
            debounce?: (number|null);

            /** ErrorRecord occurrences */
            occurrences?: (number|null);

            /** ErrorRecord firstAt */
            firstAt?: (number|Long|null);

            /** ErrorRecord lastAt */
            lastAt?: (number|Long|null);

            /** ErrorRecord clearedAt */
            clearedAt?: (number|Long|null);

            /** ErrorRecord detail */
            detail?: (string|null);

            /** ErrorRecord firstFrames */
            firstFrames?: (diag.FreezeFrame.$Properties[]|null);

            /** ErrorRecord lastFrames */
            lastFrames?: (diag.FreezeFrame.$Properties[]|null);

            /** ErrorRecord healingCycles */
            healingCycles?: (number|null);

            /** ErrorRecord aged */
            aged?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an ErrorRecord. */
        type $Shape = diag.ErrorRecord.$Properties;
    }

    /**
     * Properties of a FirmwareState.
     * @deprecated Use diag.FirmwareState.$Properties instead.
     */
    interface IFirmwareState extends diag.FirmwareState.$Properties {
    }

    /** Represents a FirmwareState. */
    class FirmwareState {

        /**
         * Constructs a new FirmwareState.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.FirmwareState.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** FirmwareState state. */
        state?: (diag.MetricValue.$Properties|null);

        /** FirmwareState result. */
        result?: (diag.MetricValue.$Properties|null);

        /** FirmwareState version. */
        version?: (diag.MetricValue.$Properties|null);

        /** FirmwareState versionSub. */
        versionSub?: (diag.MetricValue.$Properties|null);

        /** FirmwareState target. */
        target?: (diag.MetricValue.$Properties|null);

        /** FirmwareState slotState. */
        slotState?: (diag.MetricValue.$Properties|null);

        /** FirmwareState progress. */
        progress?: (diag.MetricValue.$Properties|null);

        /** FirmwareState slots. */
        slots: diag.FirmwareSlot.$Properties[];

        /**
         * Creates a new FirmwareState instance using the specified properties.
         * @param [properties] Properties to set
         * @returns FirmwareState instance
         */
        static create(properties: diag.FirmwareState.$Shape): diag.FirmwareState & diag.FirmwareState.$Shape;
        static create(properties?: diag.FirmwareState.$Properties): diag.FirmwareState;

        /**
         * Encodes the specified FirmwareState message. Does not implicitly {@link diag.FirmwareState.verify|verify} messages.
         * @param message FirmwareState message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.FirmwareState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a FirmwareState message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.FirmwareState & diag.FirmwareState.$Shape} FirmwareState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.FirmwareState & diag.FirmwareState.$Shape;

        /**
         * Verifies a FirmwareState message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a FirmwareState message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns FirmwareState
         */
        static fromObject(object: { [k: string]: any }): diag.FirmwareState;

        /**
         * Creates a plain object from a FirmwareState message. Also converts values to other types if specified.
         * @param message FirmwareState
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.FirmwareState, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this FirmwareState to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for FirmwareState
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace FirmwareState {

        /** Properties of a FirmwareState. */
        interface $Properties {

            /** FirmwareState state */
            state?: (diag.MetricValue.$Properties|null);

            /** FirmwareState result */
            result?: (diag.MetricValue.$Properties|null);

            /** FirmwareState version */
            version?: (diag.MetricValue.$Properties|null);

            /** FirmwareState versionSub */
            versionSub?: (diag.MetricValue.$Properties|null);

            /** FirmwareState target */
            target?: (diag.MetricValue.$Properties|null);

            /** FirmwareState slotState */
            slotState?: (diag.MetricValue.$Properties|null);

            /** FirmwareState progress */
            progress?: (diag.MetricValue.$Properties|null);

            /** FirmwareState slots */
            slots?: (diag.FirmwareSlot.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a FirmwareState. */
        type $Shape = {
          state?: diag.MetricValue.$Shape|null;
          result?: diag.MetricValue.$Shape|null;
          version?: diag.MetricValue.$Shape|null;
          versionSub?: diag.MetricValue.$Shape|null;
          target?: diag.MetricValue.$Shape|null;
          slotState?: diag.MetricValue.$Shape|null;
          progress?: diag.MetricValue.$Shape|null;
          slots?: diag.FirmwareSlot.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Connection.
     * @deprecated Use diag.Connection.$Properties instead.
     */
    interface IConnection extends diag.Connection.$Properties {
    }

    /** Represents a Connection. */
    class Connection {

        /**
         * Constructs a new Connection.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Connection.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Connection online. */
        online: boolean;

        /** Connection since. */
        since: (number|Long);

        /** Connection heardAt. */
        heardAt: (number|Long);

        /** Connection heardAgoMs. */
        heardAgoMs?: (number|null);

        /** Connection presenceUnknown. */
        presenceUnknown: boolean;

        /**
         * Creates a new Connection instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Connection instance
         */
        static create(properties: diag.Connection.$Shape): diag.Connection & diag.Connection.$Shape;
        static create(properties?: diag.Connection.$Properties): diag.Connection;

        /**
         * Encodes the specified Connection message. Does not implicitly {@link diag.Connection.verify|verify} messages.
         * @param message Connection message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Connection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Connection message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Connection & diag.Connection.$Shape} Connection
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Connection & diag.Connection.$Shape;

        /**
         * Verifies a Connection message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Connection message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Connection
         */
        static fromObject(object: { [k: string]: any }): diag.Connection;

        /**
         * Creates a plain object from a Connection message. Also converts values to other types if specified.
         * @param message Connection
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Connection, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Connection to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Connection
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Connection {

        /** Properties of a Connection. */
        interface $Properties {

            /** Connection online */
            online?: (boolean|null);

            /** Connection since */
            since?: (number|Long|null);

            /** Connection heardAt */
            heardAt?: (number|Long|null);

            /** Connection heardAgoMs */
            heardAgoMs?: (number|null);

            /** Connection presenceUnknown */
            presenceUnknown?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Connection. */
        type $Shape = diag.Connection.$Properties;
    }

    /**
     * Properties of a Snapshot.
     * @deprecated Use diag.Snapshot.$Properties instead.
     */
    interface ISnapshot extends diag.Snapshot.$Properties {
    }

    /** Represents a Snapshot. */
    class Snapshot {

        /**
         * Constructs a new Snapshot.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Snapshot.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Snapshot viewId. */
        viewId: string;

        /** Snapshot caseId. */
        caseId: string;

        /** Snapshot deviceId. */
        deviceId: string;

        /** Snapshot model. */
        model: string;

        /** Snapshot packVersion. */
        packVersion: string;

        /** Snapshot classes. */
        classes: diag.DataClass[];

        /** Snapshot expiresInMs. */
        expiresInMs: number;

        /** Snapshot connection. */
        connection?: (diag.Connection.$Properties|null);

        /** Snapshot metrics. */
        metrics: diag.MetricValue.$Properties[];

        /** Snapshot errors. */
        errors: diag.ErrorRecord.$Properties[];

        /** Snapshot errorsKnown. */
        errorsKnown: boolean;

        /** Snapshot firmware. */
        firmware?: (diag.FirmwareState.$Properties|null);

        /** Snapshot history. */
        history: diag.SeriesPoints.$Properties[];

        /** Snapshot limits. */
        limits: string[];

        /** Snapshot localisation. */
        localisation?: (diag.Localisation.$Properties|null);

        /**
         * Creates a new Snapshot instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Snapshot instance
         */
        static create(properties: diag.Snapshot.$Shape): diag.Snapshot & diag.Snapshot.$Shape;
        static create(properties?: diag.Snapshot.$Properties): diag.Snapshot;

        /**
         * Encodes the specified Snapshot message. Does not implicitly {@link diag.Snapshot.verify|verify} messages.
         * @param message Snapshot message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Snapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Snapshot message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Snapshot & diag.Snapshot.$Shape} Snapshot
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Snapshot & diag.Snapshot.$Shape;

        /**
         * Verifies a Snapshot message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Snapshot message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Snapshot
         */
        static fromObject(object: { [k: string]: any }): diag.Snapshot;

        /**
         * Creates a plain object from a Snapshot message. Also converts values to other types if specified.
         * @param message Snapshot
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Snapshot, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Snapshot to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Snapshot
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Snapshot {

        /** Properties of a Snapshot. */
        interface $Properties {

            /** Snapshot viewId */
            viewId?: (string|null);

            /** Snapshot caseId */
            caseId?: (string|null);

            /** Snapshot deviceId */
            deviceId?: (string|null);

            /** Snapshot model */
            model?: (string|null);

            /** Snapshot packVersion */
            packVersion?: (string|null);

            /** Snapshot classes */
            classes?: (diag.DataClass[]|null);

            /** Snapshot expiresInMs */
            expiresInMs?: (number|null);

            /** Snapshot connection */
            connection?: (diag.Connection.$Properties|null);

            /** Snapshot metrics */
            metrics?: (diag.MetricValue.$Properties[]|null);

            /** Snapshot errors */
            errors?: (diag.ErrorRecord.$Properties[]|null);

            /** Snapshot errorsKnown */
            errorsKnown?: (boolean|null);

            /** Snapshot firmware */
            firmware?: (diag.FirmwareState.$Properties|null);

            /** Snapshot history */
            history?: (diag.SeriesPoints.$Properties[]|null);

            /** Snapshot limits */
            limits?: (string[]|null);

            /** Snapshot localisation */
            localisation?: (diag.Localisation.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Snapshot. */
        type $Shape = {
          viewId?: string|null;
          caseId?: string|null;
          deviceId?: string|null;
          model?: string|null;
          packVersion?: string|null;
          classes?: diag.DataClass[]|null;
          expiresInMs?: number|null;
          connection?: diag.Connection.$Shape|null;
          metrics?: diag.MetricValue.$Shape[]|null;
          errors?: diag.ErrorRecord.$Shape[]|null;
          errorsKnown?: boolean|null;
          firmware?: diag.FirmwareState.$Shape|null;
          history?: diag.SeriesPoints.$Shape[]|null;
          limits?: string[]|null;
          localisation?: diag.Localisation.$Shape|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Delta.
     * @deprecated Use diag.Delta.$Properties instead.
     */
    interface IDelta extends diag.Delta.$Properties {
    }

    /** Represents a Delta. */
    class Delta {

        /**
         * Constructs a new Delta.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Delta.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Delta expiresInMs. */
        expiresInMs: number;

        /** Delta connection. */
        connection?: (diag.Connection.$Properties|null);

        /** Delta metrics. */
        metrics: diag.MetricValue.$Properties[];

        /** Delta errors. */
        errors: diag.ErrorRecord.$Properties[];

        /** Delta errorsKnown. */
        errorsKnown: boolean;

        /** Delta firmware. */
        firmware?: (diag.FirmwareState.$Properties|null);

        /** Delta localisation. */
        localisation?: (diag.Localisation.$Properties|null);

        /**
         * Creates a new Delta instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Delta instance
         */
        static create(properties: diag.Delta.$Shape): diag.Delta & diag.Delta.$Shape;
        static create(properties?: diag.Delta.$Properties): diag.Delta;

        /**
         * Encodes the specified Delta message. Does not implicitly {@link diag.Delta.verify|verify} messages.
         * @param message Delta message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Delta.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Delta message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Delta & diag.Delta.$Shape} Delta
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Delta & diag.Delta.$Shape;

        /**
         * Verifies a Delta message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Delta message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Delta
         */
        static fromObject(object: { [k: string]: any }): diag.Delta;

        /**
         * Creates a plain object from a Delta message. Also converts values to other types if specified.
         * @param message Delta
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Delta, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Delta to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Delta
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Delta {

        /** Properties of a Delta. */
        interface $Properties {

            /** Delta expiresInMs */
            expiresInMs?: (number|null);

            /** Delta connection */
            connection?: (diag.Connection.$Properties|null);

            /** Delta metrics */
            metrics?: (diag.MetricValue.$Properties[]|null);

            /** Delta errors */
            errors?: (diag.ErrorRecord.$Properties[]|null);

            /** Delta errorsKnown */
            errorsKnown?: (boolean|null);

            /** Delta firmware */
            firmware?: (diag.FirmwareState.$Properties|null);

            /** Delta localisation */
            localisation?: (diag.Localisation.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Delta. */
        type $Shape = {
          expiresInMs?: number|null;
          connection?: diag.Connection.$Shape|null;
          metrics?: diag.MetricValue.$Shape[]|null;
          errors?: diag.ErrorRecord.$Shape[]|null;
          errorsKnown?: boolean|null;
          firmware?: diag.FirmwareState.$Shape|null;
          localisation?: diag.Localisation.$Shape|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Localisation.
     * @deprecated Use diag.Localisation.$Properties instead.
     */
    interface ILocalisation extends diag.Localisation.$Properties {
    }

    /** Represents a Localisation. */
    class Localisation {

        /**
         * Constructs a new Localisation.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Localisation.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Localisation call. */
        call: boolean;

        /** Localisation hypotheses. */
        hypotheses: diag.Hypothesis.$Properties[];

        /** Localisation none. */
        none: number;

        /** Localisation unmodelled. */
        unmodelled: number;

        /** Localisation abstained. */
        abstained: boolean;

        /** Localisation headline. */
        headline: string[];

        /** Localisation next. */
        next: diag.NextStep.$Properties[];

        /** Localisation stop. */
        stop: string;

        /** Localisation exit. */
        exit: string;

        /** Localisation symptoms. */
        symptoms: diag.SymptomStatus.$Properties[];

        /** Localisation withheld. */
        withheld: diag.DataClass[];

        /** Localisation told. */
        told: diag.Told.$Properties[];

        /** Localisation at. */
        at: (number|Long);

        /** Localisation shared. */
        shared: diag.SharedTrouble.$Properties[];

        /**
         * Creates a new Localisation instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Localisation instance
         */
        static create(properties: diag.Localisation.$Shape): diag.Localisation & diag.Localisation.$Shape;
        static create(properties?: diag.Localisation.$Properties): diag.Localisation;

        /**
         * Encodes the specified Localisation message. Does not implicitly {@link diag.Localisation.verify|verify} messages.
         * @param message Localisation message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Localisation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Localisation message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Localisation & diag.Localisation.$Shape} Localisation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Localisation & diag.Localisation.$Shape;

        /**
         * Verifies a Localisation message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Localisation message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Localisation
         */
        static fromObject(object: { [k: string]: any }): diag.Localisation;

        /**
         * Creates a plain object from a Localisation message. Also converts values to other types if specified.
         * @param message Localisation
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Localisation, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Localisation to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Localisation
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Localisation {

        /** Properties of a Localisation. */
        interface $Properties {

            /** Localisation call */
            call?: (boolean|null);

            /** Localisation hypotheses */
            hypotheses?: (diag.Hypothesis.$Properties[]|null);

            /** Localisation none */
            none?: (number|null);

            /** Localisation unmodelled */
            unmodelled?: (number|null);

            /** Localisation abstained */
            abstained?: (boolean|null);

            /** Localisation headline */
            headline?: (string[]|null);

            /** Localisation next */
            next?: (diag.NextStep.$Properties[]|null);

            /** Localisation stop */
            stop?: (string|null);

            /** Localisation exit */
            exit?: (string|null);

            /** Localisation symptoms */
            symptoms?: (diag.SymptomStatus.$Properties[]|null);

            /** Localisation withheld */
            withheld?: (diag.DataClass[]|null);

            /** Localisation told */
            told?: (diag.Told.$Properties[]|null);

            /** Localisation at */
            at?: (number|Long|null);

            /** Localisation shared */
            shared?: (diag.SharedTrouble.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Localisation. */
        type $Shape = diag.Localisation.$Properties;
    }

    /**
     * Properties of a SharedTrouble.
     * @deprecated Use diag.SharedTrouble.$Properties instead.
     */
    interface ISharedTrouble extends diag.SharedTrouble.$Properties {
    }

    /** Represents a SharedTrouble. */
    class SharedTrouble {

        /**
         * Constructs a new SharedTrouble.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.SharedTrouble.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SharedTrouble signal. */
        signal: string;

        /** SharedTrouble cohort. */
        cohort: string;

        /** SharedTrouble name. */
        name: string;

        /** SharedTrouble since. */
        since: (number|Long);

        /** SharedTrouble devices. */
        devices: number;

        /** SharedTrouble share. */
        share: number;

        /**
         * Creates a new SharedTrouble instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SharedTrouble instance
         */
        static create(properties: diag.SharedTrouble.$Shape): diag.SharedTrouble & diag.SharedTrouble.$Shape;
        static create(properties?: diag.SharedTrouble.$Properties): diag.SharedTrouble;

        /**
         * Encodes the specified SharedTrouble message. Does not implicitly {@link diag.SharedTrouble.verify|verify} messages.
         * @param message SharedTrouble message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.SharedTrouble.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SharedTrouble message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.SharedTrouble & diag.SharedTrouble.$Shape} SharedTrouble
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.SharedTrouble & diag.SharedTrouble.$Shape;

        /**
         * Verifies a SharedTrouble message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a SharedTrouble message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns SharedTrouble
         */
        static fromObject(object: { [k: string]: any }): diag.SharedTrouble;

        /**
         * Creates a plain object from a SharedTrouble message. Also converts values to other types if specified.
         * @param message SharedTrouble
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.SharedTrouble, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this SharedTrouble to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for SharedTrouble
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace SharedTrouble {

        /** Properties of a SharedTrouble. */
        interface $Properties {

            /** SharedTrouble signal */
            signal?: (string|null);

            /** SharedTrouble cohort */
            cohort?: (string|null);

            /** SharedTrouble name */
            name?: (string|null);

            /** SharedTrouble since */
            since?: (number|Long|null);

            /** SharedTrouble devices */
            devices?: (number|null);

            /** SharedTrouble share */
            share?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SharedTrouble. */
        type $Shape = diag.SharedTrouble.$Properties;
    }

    /**
     * Properties of a Hypothesis.
     * @deprecated Use diag.Hypothesis.$Properties instead.
     */
    interface IHypothesis extends diag.Hypothesis.$Properties {
    }

    /** Represents a Hypothesis. */
    class Hypothesis {

        /**
         * Constructs a new Hypothesis.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Hypothesis.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Hypothesis faults. */
        faults: string[];

        /** Hypothesis probability. */
        probability: number;

        /** Hypothesis evidence. */
        evidence: diag.EvidenceItem.$Properties[];

        /**
         * Creates a new Hypothesis instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Hypothesis instance
         */
        static create(properties: diag.Hypothesis.$Shape): diag.Hypothesis & diag.Hypothesis.$Shape;
        static create(properties?: diag.Hypothesis.$Properties): diag.Hypothesis;

        /**
         * Encodes the specified Hypothesis message. Does not implicitly {@link diag.Hypothesis.verify|verify} messages.
         * @param message Hypothesis message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Hypothesis.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Hypothesis message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Hypothesis & diag.Hypothesis.$Shape} Hypothesis
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Hypothesis & diag.Hypothesis.$Shape;

        /**
         * Verifies a Hypothesis message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Hypothesis message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Hypothesis
         */
        static fromObject(object: { [k: string]: any }): diag.Hypothesis;

        /**
         * Creates a plain object from a Hypothesis message. Also converts values to other types if specified.
         * @param message Hypothesis
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Hypothesis, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Hypothesis to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Hypothesis
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Hypothesis {

        /** Properties of a Hypothesis. */
        interface $Properties {

            /** Hypothesis faults */
            faults?: (string[]|null);

            /** Hypothesis probability */
            probability?: (number|null);

            /** Hypothesis evidence */
            evidence?: (diag.EvidenceItem.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Hypothesis. */
        type $Shape = diag.Hypothesis.$Properties;
    }

    /**
     * Properties of an EvidenceItem.
     * @deprecated Use diag.EvidenceItem.$Properties instead.
     */
    interface IEvidenceItem extends diag.EvidenceItem.$Properties {
    }

    /** Represents an EvidenceItem. */
    class EvidenceItem {

        /**
         * Constructs a new EvidenceItem.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.EvidenceItem.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** EvidenceItem symptom. */
        symptom: string;

        /** EvidenceItem stand. */
        stand: diag.Stand;

        /** EvidenceItem bits. */
        bits: number;

        /**
         * Creates a new EvidenceItem instance using the specified properties.
         * @param [properties] Properties to set
         * @returns EvidenceItem instance
         */
        static create(properties: diag.EvidenceItem.$Shape): diag.EvidenceItem & diag.EvidenceItem.$Shape;
        static create(properties?: diag.EvidenceItem.$Properties): diag.EvidenceItem;

        /**
         * Encodes the specified EvidenceItem message. Does not implicitly {@link diag.EvidenceItem.verify|verify} messages.
         * @param message EvidenceItem message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.EvidenceItem.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an EvidenceItem message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.EvidenceItem & diag.EvidenceItem.$Shape} EvidenceItem
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.EvidenceItem & diag.EvidenceItem.$Shape;

        /**
         * Verifies an EvidenceItem message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates an EvidenceItem message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns EvidenceItem
         */
        static fromObject(object: { [k: string]: any }): diag.EvidenceItem;

        /**
         * Creates a plain object from an EvidenceItem message. Also converts values to other types if specified.
         * @param message EvidenceItem
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.EvidenceItem, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this EvidenceItem to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for EvidenceItem
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace EvidenceItem {

        /** Properties of an EvidenceItem. */
        interface $Properties {

            /** EvidenceItem symptom */
            symptom?: (string|null);

            /** EvidenceItem stand */
            stand?: (diag.Stand|null);

            /** EvidenceItem bits */
            bits?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an EvidenceItem. */
        type $Shape = diag.EvidenceItem.$Properties;
    }

    /** Stand enum. */
    enum Stand {

        /** STAND_UNSPECIFIED value */
        STAND_UNSPECIFIED = 0,

        /** STAND_FOR value */
        STAND_FOR = 1,

        /** STAND_AGAINST value */
        STAND_AGAINST = 2,

        /** STAND_MISSING value */
        STAND_MISSING = 3
    }

    /**
     * Properties of a NextStep.
     * @deprecated Use diag.NextStep.$Properties instead.
     */
    interface INextStep extends diag.NextStep.$Properties {
    }

    /** Represents a NextStep. */
    class NextStep {

        /**
         * Constructs a new NextStep.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.NextStep.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** NextStep kind. */
        kind: string;

        /** NextStep id. */
        id: string;

        /** NextStep gain. */
        gain: number;

        /** NextStep cures. */
        cures: number;

        /**
         * Creates a new NextStep instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NextStep instance
         */
        static create(properties: diag.NextStep.$Shape): diag.NextStep & diag.NextStep.$Shape;
        static create(properties?: diag.NextStep.$Properties): diag.NextStep;

        /**
         * Encodes the specified NextStep message. Does not implicitly {@link diag.NextStep.verify|verify} messages.
         * @param message NextStep message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.NextStep.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NextStep message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.NextStep & diag.NextStep.$Shape} NextStep
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.NextStep & diag.NextStep.$Shape;

        /**
         * Verifies a NextStep message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a NextStep message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns NextStep
         */
        static fromObject(object: { [k: string]: any }): diag.NextStep;

        /**
         * Creates a plain object from a NextStep message. Also converts values to other types if specified.
         * @param message NextStep
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.NextStep, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this NextStep to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for NextStep
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace NextStep {

        /** Properties of a NextStep. */
        interface $Properties {

            /** NextStep kind */
            kind?: (string|null);

            /** NextStep id */
            id?: (string|null);

            /** NextStep gain */
            gain?: (number|null);

            /** NextStep cures */
            cures?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NextStep. */
        type $Shape = diag.NextStep.$Properties;
    }

    /**
     * Properties of a SymptomStatus.
     * @deprecated Use diag.SymptomStatus.$Properties instead.
     */
    interface ISymptomStatus extends diag.SymptomStatus.$Properties {
    }

    /** Represents a SymptomStatus. */
    class SymptomStatus {

        /**
         * Constructs a new SymptomStatus.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.SymptomStatus.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SymptomStatus id. */
        id: string;

        /** SymptomStatus phase. */
        phase: string;

        /** SymptomStatus since. */
        since: (number|Long);

        /** SymptomStatus instances. */
        instances: string[];

        /** SymptomStatus unknownBecause. */
        unknownBecause: string;

        /** SymptomStatus before. */
        before: diag.SeriesPoints.$Properties[];

        /**
         * Creates a new SymptomStatus instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SymptomStatus instance
         */
        static create(properties: diag.SymptomStatus.$Shape): diag.SymptomStatus & diag.SymptomStatus.$Shape;
        static create(properties?: diag.SymptomStatus.$Properties): diag.SymptomStatus;

        /**
         * Encodes the specified SymptomStatus message. Does not implicitly {@link diag.SymptomStatus.verify|verify} messages.
         * @param message SymptomStatus message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.SymptomStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SymptomStatus message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.SymptomStatus & diag.SymptomStatus.$Shape} SymptomStatus
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.SymptomStatus & diag.SymptomStatus.$Shape;

        /**
         * Verifies a SymptomStatus message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a SymptomStatus message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns SymptomStatus
         */
        static fromObject(object: { [k: string]: any }): diag.SymptomStatus;

        /**
         * Creates a plain object from a SymptomStatus message. Also converts values to other types if specified.
         * @param message SymptomStatus
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.SymptomStatus, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this SymptomStatus to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for SymptomStatus
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace SymptomStatus {

        /** Properties of a SymptomStatus. */
        interface $Properties {

            /** SymptomStatus id */
            id?: (string|null);

            /** SymptomStatus phase */
            phase?: (string|null);

            /** SymptomStatus since */
            since?: (number|Long|null);

            /** SymptomStatus instances */
            instances?: (string[]|null);

            /** SymptomStatus unknownBecause */
            unknownBecause?: (string|null);

            /** SymptomStatus before */
            before?: (diag.SeriesPoints.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SymptomStatus. */
        type $Shape = diag.SymptomStatus.$Properties;
    }

    /**
     * Properties of a Told.
     * @deprecated Use diag.Told.$Properties instead.
     */
    interface ITold extends diag.Told.$Properties {
    }

    /** Represents a Told. */
    class Told {

        /**
         * Constructs a new Told.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Told.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Told findingId. */
        findingId: string;

        /** Told kind. */
        kind: string;

        /** Told id. */
        id: string;

        /** Told value. */
        value: string;

        /** Told fields. */
        fields: { [k: string]: string };

        /** Told at. */
        at: (number|Long);

        /**
         * Creates a new Told instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Told instance
         */
        static create(properties: diag.Told.$Shape): diag.Told & diag.Told.$Shape;
        static create(properties?: diag.Told.$Properties): diag.Told;

        /**
         * Encodes the specified Told message. Does not implicitly {@link diag.Told.verify|verify} messages.
         * @param message Told message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Told.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Told message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Told & diag.Told.$Shape} Told
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Told & diag.Told.$Shape;

        /**
         * Verifies a Told message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Told message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Told
         */
        static fromObject(object: { [k: string]: any }): diag.Told;

        /**
         * Creates a plain object from a Told message. Also converts values to other types if specified.
         * @param message Told
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Told, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Told to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Told
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Told {

        /** Properties of a Told. */
        interface $Properties {

            /** Told findingId */
            findingId?: (string|null);

            /** Told kind */
            kind?: (string|null);

            /** Told id */
            id?: (string|null);

            /** Told value */
            value?: (string|null);

            /** Told fields */
            fields?: ({ [k: string]: string }|null);

            /** Told at */
            at?: (number|Long|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Told. */
        type $Shape = diag.Told.$Properties;
    }

    /**
     * Properties of a Beat.
     * @deprecated Use diag.Beat.$Properties instead.
     */
    interface IBeat extends diag.Beat.$Properties {
    }

    /** Represents a Beat. */
    class Beat {

        /**
         * Constructs a new Beat.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Beat.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Beat expiresInMs. */
        expiresInMs: number;

        /** Beat heardAt. */
        heardAt: (number|Long);

        /** Beat heardAgoMs. */
        heardAgoMs?: (number|null);

        /**
         * Creates a new Beat instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Beat instance
         */
        static create(properties: diag.Beat.$Shape): diag.Beat & diag.Beat.$Shape;
        static create(properties?: diag.Beat.$Properties): diag.Beat;

        /**
         * Encodes the specified Beat message. Does not implicitly {@link diag.Beat.verify|verify} messages.
         * @param message Beat message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Beat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Beat message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Beat & diag.Beat.$Shape} Beat
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Beat & diag.Beat.$Shape;

        /**
         * Verifies a Beat message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates a Beat message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Beat
         */
        static fromObject(object: { [k: string]: any }): diag.Beat;

        /**
         * Creates a plain object from a Beat message. Also converts values to other types if specified.
         * @param message Beat
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Beat, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Beat to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Beat
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Beat {

        /** Properties of a Beat. */
        interface $Properties {

            /** Beat expiresInMs */
            expiresInMs?: (number|null);

            /** Beat heardAt */
            heardAt?: (number|Long|null);

            /** Beat heardAgoMs */
            heardAgoMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Beat. */
        type $Shape = diag.Beat.$Properties;
    }

    /**
     * Properties of an Ended.
     * @deprecated Use diag.Ended.$Properties instead.
     */
    interface IEnded extends diag.Ended.$Properties {
    }

    /** Represents an Ended. */
    class Ended {

        /**
         * Constructs a new Ended.
         * @param [properties] Properties to set
         */
        constructor(properties?: diag.Ended.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Ended reason. */
        reason: string;

        /**
         * Creates a new Ended instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Ended instance
         */
        static create(properties: diag.Ended.$Shape): diag.Ended & diag.Ended.$Shape;
        static create(properties?: diag.Ended.$Properties): diag.Ended;

        /**
         * Encodes the specified Ended message. Does not implicitly {@link diag.Ended.verify|verify} messages.
         * @param message Ended message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: diag.Ended.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Ended message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {diag.Ended & diag.Ended.$Shape} Ended
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): diag.Ended & diag.Ended.$Shape;

        /**
         * Verifies an Ended message.
         * @param message Plain object to verify
         * @returns `null` if valid, otherwise the reason why it is not
         */
        static verify(message: { [k: string]: any }): (string|null);

        /**
         * Creates an Ended message from a plain object. Also converts values to their respective internal types.
         * @param object Plain object
         * @returns Ended
         */
        static fromObject(object: { [k: string]: any }): diag.Ended;

        /**
         * Creates a plain object from an Ended message. Also converts values to other types if specified.
         * @param message Ended
         * @param [options] Conversion options
         * @returns Plain object
         */
        static toObject(message: diag.Ended, options?: $protobuf.IConversionOptions): { [k: string]: any };

        /**
         * Converts this Ended to JSON.
         * @returns JSON object
         */
        toJSON(): { [k: string]: any };

        /**
         * Gets the type url for Ended
         * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns The type url
         */
        static getTypeUrl(prefix?: string): string;
    }

    namespace Ended {

        /** Properties of an Ended. */
        interface $Properties {

            /** Ended reason */
            reason?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Ended. */
        type $Shape = diag.Ended.$Properties;
    }
}
